package io.terge.engine.plan.named;

import io.terge.api.Rename;
import io.terge.engine.plugin.Cancellation;
import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.spi.selector.RegexInput;
import io.terge.tensor.ParameterSpec;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** The renames of one request: which have changed nothing is known when all models are named. */
public final class Renames {

    private record Compiled(Rename rename, Pattern pattern, String askedBy) {}

    private final List<Compiled> renames = new ArrayList<>();
    private final Set<Compiled> used = new HashSet<>();
    private final Set<Compiled> faulty = new HashSet<>();
    private final Consumer<Problem> problems;

    public Renames(List<Rename> requested, Consumer<Problem> problems) {
        this.problems = problems;
        for (int i = 0; i < requested.size(); i++) {
            compile(requested.get(i), "rename %d: %s".formatted(i + 1, requested.get(i).text()));
        }
    }

    private void compile(Rename rename, String askedBy) {
        try {
            Pattern pattern = Pattern.compile(rename.regex());
            renames.add(new Compiled(rename, pattern, askedBy));
        } catch (PatternSyntaxException fault) {
            problems.accept(
                    malformed(
                            askedBy,
                            "'%s' is not a valid regular expression: %s"
                                    .formatted(rename.regex(), fault.getDescription())));
        }
    }

    /** Returns a model's parameters as stored, by the names that they get. */
    public SequencedMap<String, ParameterSpec> apply(
            List<ParameterSpec> parameters, OptionalInt index, boolean isBase, String model) {
        SequencedMap<String, ParameterSpec> known =
                LinkedHashMap.newLinkedHashMap(parameters.size());
        for (ParameterSpec stored : parameters) {
            String name = renamed(stored.name(), index, isBase);
            ParameterSpec other = known.putIfAbsent(name, stored);
            if (other != null) {
                problems.accept(
                        Problem.of(
                                        TergeCode.INVALID_RENAME,
                                        "'%s' and '%s' of %s both become '%s'"
                                                .formatted(
                                                        other.name(), stored.name(), model, name))
                                .fix("rename them to different names"));
                break; // One is enough: a slip makes hundreds.
            }
        }
        return known;
    }

    /** Tells of renames that have changed no name. */
    public void warnOfUnused(Consumer<Problem> warnings) {
        renames.stream()
                .filter(rename -> !used.contains(rename))
                .forEach(
                        rename ->
                                warnings.accept(
                                        Problem.of(
                                                TergeCode.SELECTOR_MATCHES_NOTHING,
                                                "No parameter matches " + rename.askedBy())));
    }

    /** Returns the name that a parameter of a model gets. */
    String renamed(String stored, OptionalInt index, boolean isBase) {
        String name = stored;
        for (Compiled compiled : renames) {
            if (compiled.rename().models().includes(index, isBase)) {
                name = replaced(compiled, name);
            }
        }
        return name;
    }

    private String replaced(Compiled compiled, String name) {
        try {
            Matcher matcher = compiled.pattern().matcher(RegexInput.of(name));
            if (!matcher.find()) {
                return name;
            }
            used.add(compiled);
            String replaced = matcher.replaceAll(compiled.rename().replacement());
            if (replaced.isEmpty()) {
                reject(compiled, "'" + name + "' would have an empty name");
            }
            return replaced;
        } catch (IllegalArgumentException | IndexOutOfBoundsException badGroup) {
            reject(
                    compiled,
                    "The replacement '%s' is malformed: %s"
                            .formatted(compiled.rename().replacement(), badGroup.getMessage()));
            return name;
        } catch (RegexInput.LimitException endless) {
            if (endless.isInterrupted()) {
                throw Cancellation.cancelled(endless);
            }
            rejectRegex(
                    compiled,
                    "'%s' takes too many steps for a name of %d characters"
                            .formatted(compiled.rename().regex(), name.length()),
                    "avoid nested repetition such as (a+)+");
            return name;
        } catch (StackOverflowError tooDeep) {
            rejectRegex(
                    compiled,
                    "'%s' needs too much recursion for a name of %d characters"
                            .formatted(compiled.rename().regex(), name.length()),
                    "repeat a character class such as [ab]* instead of a group");
            return name;
        }
    }

    private void reject(Compiled compiled, String message) {
        reject(compiled, malformed(compiled.askedBy(), message));
    }

    private void rejectRegex(Compiled compiled, String message, String fix) {
        reject(
                compiled,
                Problem.of(TergeCode.INVALID_RENAME, message)
                        .causedBy(compiled.askedBy())
                        .fix(fix));
    }

    // Once is enough: a slip makes hundreds.
    private void reject(Compiled compiled, Problem problem) {
        used.add(compiled);
        if (faulty.add(compiled)) {
            problems.accept(problem);
        }
    }

    private static Problem malformed(String askedBy, String message) {
        return Problem.of(TergeCode.INVALID_RENAME, message)
                .causedBy(askedBy)
                .fix("use MODEL:REGEX=REPLACEMENT, such as 1:^bert\\.=");
    }
}
