package io.terge.engine.plan;

import io.terge.engine.plan.rules.DescribedMethod;
import io.terge.engine.setting.SettingRules.Found;
import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.spi.method.Weighting;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which rules for weights have an effect: a method uses the weights of one parameter at least. */
final class WeightUse {

    private final Set<String> used = new HashSet<>();
    private final SequencedMap<String, SequencedSet<String>> ignoring = new LinkedHashMap<>();

    /** Adds the weights that are set for the inputs of one parameter. */
    void add(DescribedMethod method, List<Found> weights) {
        for (Found weight : weights) {
            if (method.description().weighting() == Weighting.IGNORED) {
                ignoring.computeIfAbsent(weight.askedBy(), any -> new TreeSet<>())
                        .add(method.name());
            } else {
                used.add(weight.askedBy());
            }
        }
    }

    /** Returns a warning for each rule without effect. */
    List<Problem> warnings() {
        return ignoring.entrySet().stream()
                .filter(rule -> !used.contains(rule.getKey()))
                .map(WeightUse::warning)
                .toList();
    }

    private static Problem warning(Map.Entry<String, SequencedSet<String>> rule) {
        String methods =
                rule.getValue().stream()
                        .map(name -> "'" + name + "'")
                        .collect(Collectors.joining(", "));
        return Problem.of(
                        TergeCode.WEIGHTS_HAVE_NO_EFFECT,
                        "%s has no effect: %s %s not use weights"
                                .formatted(
                                        rule.getKey(),
                                        methods,
                                        rule.getValue().size() == 1 ? "does" : "do"))
                .fix("remove the rule, or choose a method that uses weights");
    }
}
