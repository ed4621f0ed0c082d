package io.terge.engine.plan.compare;

import io.terge.engine.plan.named.NamedModel;
import io.terge.error.FirstFew;
import io.terge.error.Problem;
import io.terge.error.TergeCode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compares what two models should have in common.
 *
 * @param base the base
 * @param model another model
 */
record TraitComparison(NamedModel base, NamedModel model) {

    private static final int MOST_KEYS = 5;
    private static final int LONGEST = 80;

    private record Difference(String key, String expected, String actual) {

        String text() {
            return "%s: %s and %s".formatted(key, shown(expected), shown(actual));
        }
    }

    Optional<Problem> warning() {
        List<Difference> differences = differences();
        if (differences.isEmpty()) {
            return Optional.empty();
        }
        List<String> keys = differences.stream().map(Difference::key).toList();
        Problem problem =
                Problem.of(
                        TergeCode.MODELS_DIFFER,
                        "%s and %s differ in %s: their weights may not be compatible"
                                .formatted(
                                        base.described(),
                                        model.described(),
                                        FirstFew.of(keys, MOST_KEYS)));
        for (Difference difference : differences) {
            problem = problem.note(difference.text());
        }
        return Optional.of(problem.note("the output has the configuration of the base"));
    }

    private List<Difference> differences() {
        Map<String, String> others = model.headers().traits();
        List<Difference> differences = new ArrayList<>();
        base.headers()
                .traits()
                .forEach(
                        (key, expected) -> {
                            String actual = others.getOrDefault(key, expected);
                            if (!expected.equals(actual)) {
                                differences.add(new Difference(key, expected, actual));
                            }
                        });
        return differences;
    }

    private static String shown(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
    }
}
