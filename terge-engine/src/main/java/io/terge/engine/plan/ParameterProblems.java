package io.terge.engine.plan;

import io.terge.engine.filter.CompiledRule;
import io.terge.engine.model.ModelHeaders;
import io.terge.error.ErrorCode;
import io.terge.error.Problem;
import io.terge.tensor.ParameterSpec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Collects the problems of single parameters: those of one cause are told as one. */
final class ParameterProblems {

    private static final int MOST_NAMES = 5;

    private record Cause(
            String askedBy, List<Integer> models, List<Double> weights, OptionalInt base) {}

    private record Count(DescribedMethod method, List<Integer> models) {}

    private final RequestRules rules;
    private final List<ModelHeaders> models;
    private final List<String> withoutMethod = new ArrayList<>();
    private final Map<Cause, List<String>> zeroSums = new LinkedHashMap<>();
    private final Map<Count, List<String>> wrongCounts = new LinkedHashMap<>();

    ParameterProblems(RequestRules rules, List<ModelHeaders> models) {
        this.rules = rules;
        this.models = models;
    }

    void noMethod(ParameterSpec spec) {
        withoutMethod.add(spec.name());
    }

    /**
     * Collects weights that cancel out.
     *
     * @param inputs the models that are weighed
     * @param base the base's place, where it holds the parameter but is not weighed
     */
    void zeroSum(ParameterSpec spec, List<Integer> inputs, double[] weights, OptionalInt base) {
        String askedBy =
                rules.weights().rule(spec).map(CompiledRule::askedBy).orElse("equal weights");
        Cause cause = new Cause(askedBy, inputs, Arrays.stream(weights).boxed().toList(), base);
        zeroSums.computeIfAbsent(cause, any -> new ArrayList<>()).add(spec.name());
    }

    void wrongCount(ParameterSpec spec, DescribedMethod method, List<Integer> inputs) {
        Count count = new Count(method, inputs);
        wrongCounts.computeIfAbsent(count, any -> new ArrayList<>()).add(spec.name());
    }

    void report(Consumer<Problem> problems) {
        if (rules.methodsSound() && !withoutMethod.isEmpty()) {
            problems.accept(withoutMethod());
        }
        wrongCounts.forEach((count, names) -> problems.accept(wrongCount(count, names)));
        if (rules.weightsSound()) {
            zeroSums.forEach((cause, names) -> problems.accept(zeroSum(cause, names)));
        }
    }

    private Problem withoutMethod() {
        String asked =
                rules.methods().stream()
                        .<String>map(CompiledRule::askedBy)
                        .collect(Collectors.joining("; "));
        return also(
                        Problem.of(
                                ErrorCode.NO_METHOD_FOR_PARAMETER,
                                "No method rule matches '%s', which would be merged"
                                        .formatted(withoutMethod.getFirst())),
                        withoutMethod)
                .note("asked for: " + asked)
                .fix("add a rule for every parameter at the end, or exclude the parameter");
    }

    private Problem wrongCount(Count count, List<String> names) {
        Problem problem =
                Problem.of(
                        ErrorCode.WRONG_NUMBER_OF_MODELS,
                        "Method '%s' merges %s models, but for '%s' there are %d"
                                .formatted(
                                        count.method().name(),
                                        count.method().description().inputs(),
                                        names.getFirst(),
                                        count.models().size()));
        String given = count.models().stream().map(this::named).collect(Collectors.joining(", "));
        return also(problem.note("given: " + given), names)
                .fix("give it as many models, another method, or exclude the parameter");
    }

    private Problem zeroSum(Cause cause, List<String> names) {
        String sum =
                cause.weights().stream().map(String::valueOf).collect(Collectors.joining(" + "));
        boolean zeros = cause.weights().stream().allMatch(weight -> weight == 0);
        String how = zeros ? "are all zero" : "cancel out";
        Problem problem =
                Problem.of(
                                ErrorCode.WEIGHTS_SUM_TO_ZERO,
                                "The weights for '%s' %s: %s".formatted(names.getFirst(), how, sum))
                        .note("asked for by: " + cause.askedBy());
        List<String> absent =
                IntStream.range(0, models.size())
                        .filter(model -> !cause.models().contains(model))
                        .filter(model -> !cause.base().equals(OptionalInt.of(model)))
                        .mapToObj(this::named)
                        .toList();
        if (cause.base().isPresent()) {
            String base = named(cause.base().getAsInt());
            problem = problem.note("not weighed by this method: " + base + ", which is the base");
        }
        Problem told =
                absent.isEmpty()
                        ? problem
                        : problem.note("not held, in this shape, by: " + String.join(", ", absent));
        return also(told, names).fix("change that rule, or exclude the parameter");
    }

    private String named(int model) {
        return "model %d (%s)".formatted(model, models.get(model).reference().describe());
    }

    private static Problem also(Problem problem, List<String> names) {
        if (names.size() == 1) {
            return problem;
        }
        String some = names.stream().skip(1).limit(MOST_NAMES).collect(Collectors.joining(", "));
        String rest = names.size() - 1 > MOST_NAMES ? ", ..." : "";
        return problem.note("%d more alike: %s%s".formatted(names.size() - 1, some, rest));
    }
}
