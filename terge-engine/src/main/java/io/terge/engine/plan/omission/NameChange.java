package io.terge.engine.plan.omission;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * How names of a model differ from those of the base: at one end.
 *
 * @param atStart whether they differ at the start
 * @param removed what the model's names have there
 * @param added what the base's names have there
 */
record NameChange(boolean atStart, String removed, String added) {

    private static final int MOST_HEADS = 8;

    /** What can be typed between single quotes in any shell. */
    private static final Pattern TYPEABLE = Pattern.compile("[ -~&&[^']]*");

    /**
     * The rename of all names of a model, as an expression and its replacement.
     *
     * @param regex a regular expression
     * @param replacement the replacement of its matches
     */
    record Rewriting(String regex, String replacement) {

        String apply(Pattern compiled, String name) {
            return compiled.matcher(name).replaceAll(replacement);
        }
    }

    static NameChange prefix(String removed, String added) {
        return new NameChange(true, removed, added);
    }

    static NameChange suffix(String removed, String added) {
        return new NameChange(false, removed, added);
    }

    /** Ways to write it, the simplest first. */
    List<Rewriting> rewritings(Collection<String> names) {
        if (!TYPEABLE.matcher(removed + added).matches() || added.contains("=")) {
            return List.of(); // The command line splits at the last equals sign.
        }
        String replacement = added.replace("\\", "\\\\").replace("$", "\\$");
        if (!atStart) {
            return List.of(new Rewriting(quoted(removed) + "$", replacement));
        }
        Rewriting all = new Rewriting("^" + quoted(removed), replacement);
        return heads(names)
                .map(
                        heads ->
                                List.of(
                                        all,
                                        new Rewriting(
                                                "^%s(%s)\\b".formatted(quoted(removed), heads),
                                                replacement + "$1")))
                .orElse(List.of(all));
    }

    // The first parts of names behind the prefix: other names stay as they are.
    private Optional<String> heads(Collection<String> names) {
        SortedSet<String> heads = new TreeSet<>();
        for (String name : names) {
            String rest = name.substring(removed.length());
            int dot = rest.indexOf('.');
            heads.add(dot < 0 ? rest : rest.substring(0, dot));
            if (heads.size() > MOST_HEADS) {
                return Optional.empty();
            }
        }
        String either = String.join("|", heads.stream().map(NameChange::quoted).toList());
        return Optional.of(either).filter(text -> TYPEABLE.matcher(text).matches());
    }

    private static String quoted(String text) {
        return text.replaceAll("[^A-Za-z0-9_/ -]", "\\\\$0");
    }

    /** The difference in words: {@code without the prefix 'bert.'}. */
    String text() {
        String end = atStart ? "prefix" : "suffix";
        if (added.isEmpty()) {
            return "without the %s '%s'".formatted(end, removed);
        }
        return removed.isEmpty()
                ? "with the %s '%s'".formatted(end, added)
                : "with the %s '%s' instead of '%s'".formatted(end, added, removed);
    }
}
