package io.terge.engine.plan.omission;

import io.terge.engine.plan.named.NamedModel;
import io.terge.engine.plan.omission.FoundOmissions.Unmatched;
import io.terge.engine.plan.omission.NameChange.Rewriting;
import io.terge.tensor.ParameterSpec;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds a rename of a model that gives parameters the names they have in the base.
 *
 * @param base the base
 * @param model the model
 */
record RenameAdvice(NamedModel base, NamedModel model) {

    /** Returns the advice; nothing if no rename helps, or several could. */
    Optional<String> of(Unmatched unmatched) {
        Optional<NameChange> best = NamePairs.best(unmatched.missing(), unmatched.dropped());
        if (best.isEmpty()) {
            return Optional.empty();
        }
        NameChange change = best.get();
        List<String> names =
                unmatched.dropped().stream()
                        .map(ParameterSpec::name)
                        .filter(name -> name.startsWith(change.atStart() ? change.removed() : ""))
                        .toList();
        int fewer = Math.min(unmatched.missing().size(), unmatched.dropped().size());
        for (Rewriting rewriting : change.rewritings(paired(change, names))) {
            int pairs = pairs(rewriting);
            if (pairs > 0 && pairs * NamePairs.LEAST_SHARE >= fewer) {
                return Optional.of(advice(change, rewriting, pairs));
            }
        }
        return Optional.empty();
    }

    private List<String> paired(NameChange change, List<String> names) {
        return change.atStart()
                ? names.stream()
                        .filter(
                                name ->
                                        base.find(
                                                        change.added()
                                                                + name.substring(
                                                                        change.removed().length()))
                                                .isPresent())
                        .toList()
                : names;
    }

    // How many parameters of the model match the base only then; -1 if any other is harmed.
    private int pairs(Rewriting rewriting) {
        Pattern pattern = Pattern.compile(rewriting.regex());
        Set<String> names = new HashSet<>();
        int pairs = 0;
        for (var entry : model.known().entrySet()) {
            String name = entry.getKey();
            String renamed = rewriting.apply(pattern, name);
            boolean matched = base.find(name).isPresent();
            if (renamed.isEmpty() || !names.add(renamed) || matched && !renamed.equals(name)) {
                return -1;
            }
            boolean fits =
                    base.find(renamed)
                            .filter(held -> held.shape().equals(entry.getValue().shape()))
                            .isPresent();
            pairs += fits && !matched ? 1 : 0;
        }
        return pairs;
    }

    private String advice(NameChange change, Rewriting rewriting, int pairs) {
        int index = model.place();
        return "add --rename '%d:%s=%s' (in Java .rename(ModelScope.model(%d), %s, %s)): %s, %s of model %d match%s the base"
                .formatted(
                        index,
                        rewriting.regex(),
                        rewriting.replacement(),
                        index,
                        literal(rewriting.regex()),
                        literal(rewriting.replacement()),
                        change.text(),
                        pairs == 1 ? "1 parameter" : pairs + " parameters",
                        index,
                        pairs == 1 ? "es" : "");
    }

    private static String literal(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
