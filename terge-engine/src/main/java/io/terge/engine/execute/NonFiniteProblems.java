package io.terge.engine.execute;

import io.terge.api.MergePlan;
import io.terge.api.NonFinitePolicy;
import io.terge.api.NonFiniteValues;
import io.terge.api.ParameterPlan;
import io.terge.error.FirstFew;
import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.model.ModelReference;
import io.terge.model.ViewSettings;
import io.terge.tensor.ParameterSpec;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * What to say about elements that are NaN or infinite, by cause.
 *
 * @param plan the plan that was run
 */
public record NonFiniteProblems(MergePlan plan) {

    private static final int MOST_NAMES = 5;

    /**
     * Checks the values of a merge before it is committed.
     *
     * @throws TergeException with code {@code NON_FINITE_VALUES} if they are forbidden
     */
    void check(NonFinitePolicy policy, List<NonFiniteValues> values) {
        if (policy == NonFinitePolicy.FAIL && !values.isEmpty()) {
            Problem problem =
                    Problem.of(
                            TergeCode.NON_FINITE_VALUES,
                            "%s NaN or infinite elements; the output was not written"
                                    .formatted(
                                            values.size() == 1
                                                    ? "1 parameter has"
                                                    : values.size() + " parameters have"));
            for (Problem cause : warnings(values)) {
                problem = problem.note(cause.message());
                for (String note : cause.notes()) {
                    problem = problem.note("  " + note);
                }
                for (String fix : cause.fixes()) {
                    problem = problem.fix(fix);
                }
            }
            throw new TergeException(
                    problem.fix(
                            "write them anyway (--non-finite warn, in Java"
                                    + " .nonFinite(NonFinitePolicy.WARN))"));
        }
    }

    /** Returns a warning for each model and each type that has such elements. */
    public List<Problem> warnings(List<NonFiniteValues> values) {
        if (values.isEmpty()) {
            return List.of();
        }
        Map<String, ParameterSpec> outputs = new HashMap<>();
        for (ParameterPlan parameter : plan.parameters()) {
            outputs.put(parameter.output().name(), parameter.output());
        }
        List<Problem> warnings = new ArrayList<>();
        for (int place = 0; place < plan.models().size(); place++) {
            int model = place;
            ToLongFunction<NonFiniteValues> count = all -> all.models().getOrDefault(model, 0L);
            List<NonFiniteValues> some = having(values, count);
            if (!some.isEmpty()) {
                warnings.add(input(model, some).note(names(some, count, outputs)));
            }
        }
        byType(values, outputs)
                .forEach((type, some) -> warnings.add(outOfRange(type, some, outputs)));
        List<NonFiniteValues> computed =
                values.stream()
                        .filter(all -> all.models().isEmpty() && all.output() > all.outOfRange())
                        .toList();
        if (!computed.isEmpty()) {
            warnings.add(
                    Problem.of(
                                    TergeCode.NON_FINITE_RESULT,
                                    "The result is NaN or infinite in %s, although the models are"
                                                    .formatted(parameters(computed))
                                            + " finite there")
                            .note(names(computed, all -> all.output() - all.outOfRange(), outputs))
                            .fix("lower the weights, or use another method for these parameters"));
        }
        return warnings;
    }

    private Problem input(int model, List<NonFiniteValues> some) {
        return Problem.of(
                        TergeCode.NON_FINITE_INPUT,
                        "%s has NaN or infinite elements in %s"
                                .formatted(
                                        ViewSettings.shown(plan.models().get(model).reference()),
                                        parameters(some)))
                .fix(
                        "check %s; exclude the parameters (--exclude, in Java .exclude(...)) to keep those of the base"
                                .formatted(checkpoints(plan.models().get(model).reference())));
    }

    private String checkpoints(ModelReference model) {
        return plan.stages().stream()
                .filter(stage -> model.stage().equals(Optional.of(stage.name())))
                .map(
                        stage ->
                                "the models of this stage ("
                                        + stage.plan().models().stream()
                                                .map(use -> ViewSettings.shown(use.reference()))
                                                .collect(Collectors.joining(", "))
                                        + ")")
                .findFirst()
                .orElse("this checkpoint");
    }

    private static Problem outOfRange(
            String type, List<NonFiniteValues> some, Map<String, ParameterSpec> outputs) {
        return Problem.of(
                        TergeCode.OUTPUT_OUT_OF_RANGE,
                        "Results beyond the range of %s became %s in %s"
                                .formatted(
                                        type,
                                        type.equals("F8_E4M3") ? "NaN" : "infinite",
                                        parameters(some)))
                .note(names(some, NonFiniteValues::outOfRange, outputs))
                .fix(
                        "store them in a type with a larger range, such as bf16 or f32 (--dtype, in"
                                + " Java .dtype(...)), or lower the weights");
    }

    private static Map<String, List<NonFiniteValues>> byType(
            List<NonFiniteValues> values, Map<String, ParameterSpec> outputs) {
        return having(values, NonFiniteValues::outOfRange).stream()
                .collect(
                        Collectors.groupingBy(
                                all -> spec(all, outputs).dtype().name(),
                                TreeMap::new,
                                Collectors.toList()));
    }

    private static List<NonFiniteValues> having(
            List<NonFiniteValues> values, ToLongFunction<NonFiniteValues> count) {
        return values.stream().filter(all -> count.applyAsLong(all) > 0).toList();
    }

    private static ParameterSpec spec(NonFiniteValues of, Map<String, ParameterSpec> outputs) {
        return Objects.requireNonNull(outputs.get(of.parameter()), of.parameter());
    }

    private static String parameters(List<NonFiniteValues> some) {
        return some.size() == 1 ? "1 parameter" : some.size() + " parameters";
    }

    private static String names(
            List<NonFiniteValues> some,
            ToLongFunction<NonFiniteValues> count,
            Map<String, ParameterSpec> outputs) {
        List<String> names =
                some.stream()
                        .map(
                                all ->
                                        "'%s' (%d of %d)"
                                                .formatted(
                                                        all.parameter(),
                                                        count.applyAsLong(all),
                                                        spec(all, outputs).elements()))
                        .toList();
        return FirstFew.of(names, MOST_NAMES);
    }
}
