package io.terge.engine.model;

import io.terge.api.Action;
import io.terge.api.Operand;
import io.terge.api.ParameterPlan;
import io.terge.spi.format.MergeSummary;
import io.terge.spi.format.MergeSummary.Model;
import io.terge.spi.format.MergeSummary.Use;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.IntFunction;

/**
 * Sums a plan up.
 *
 * @param models what the headers of the model at a place say
 * @param base the place of the base
 */
record MergeSummaries(IntFunction<ModelHeaders> models, int base) {

    private record Way(
            String method, SortedMap<String, String> options, Map<Integer, Double> weights) {}

    /** The summary of these decisions; empty where nothing is merged. */
    Optional<MergeSummary> of(List<ParameterPlan> parameters) {
        MergeSummary summary = ofStage(parameters);
        return summary.uses().isEmpty() ? Optional.empty() : Optional.of(summary);
    }

    /** The summary of these decisions, even if all is copied. */
    MergeSummary ofStage(List<ParameterPlan> parameters) {
        Map<Way, Long> ways = new LinkedHashMap<>();
        SortedSet<Integer> places = new TreeSet<>();
        Optional<Action.Merge> last = Optional.empty();
        long like = 0;
        long copied = 0;
        for (ParameterPlan parameter : parameters) {
            switch (parameter.action()) {
                case Action.Merge merge -> {
                    if (last.isPresent() && isLike(last.get(), merge)) {
                        like++;
                    } else {
                        count(last, like, ways, places);
                        last = Optional.of(merge);
                        like = 1;
                    }
                }
                case Action.Copy copy -> copied++;
                case Action.Tied tied -> {} // It is the parameter that it is tied to.
            }
        }
        count(last, like, ways, places);
        places.add(base);
        return new MergeSummary(
                places.stream().map(this::model).toList(),
                ways.entrySet().stream()
                        .map(each -> use(each.getKey(), each.getValue(), places))
                        .sorted(Comparator.comparing(Use::parameters).reversed())
                        .toList(),
                copied);
    }

    private static void count(
            Optional<Action.Merge> merge,
            long parameters,
            Map<Way, Long> ways,
            SortedSet<Integer> places) {
        merge.ifPresent(
                each -> {
                    ways.merge(way(each), parameters, Long::sum);
                    each.operands().forEach(operand -> places.add(operand.model()));
                });
    }

    // Parameters that follow each other are mostly merged in one way.
    private static boolean isLike(Action.Merge one, Action.Merge other) {
        return one.method().equals(other.method())
                && one.options().equals(other.options())
                && areLike(one.inputs(), other.inputs())
                && one.base().map(Operand::model).equals(other.base().map(Operand::model));
    }

    private static boolean areLike(List<Operand> some, List<Operand> others) {
        if (some.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < some.size(); i++) {
            if (some.get(i).model() != others.get(i).model()
                    || Double.compare(some.get(i).weight(), others.get(i).weight()) != 0) {
                return false;
            }
        }
        return true;
    }

    private static Way way(Action.Merge merge) {
        Map<Integer, Double> weights = new LinkedHashMap<>();
        for (Operand input : merge.inputs()) {
            weights.put(input.model(), input.weight());
        }
        return new Way(merge.method(), merge.options(), weights);
    }

    private Model model(int place) {
        ModelHeaders headers = models.apply(place);
        return new Model(
                headers.reference(), place == base, headers.companions(), headers.donor().merged());
    }

    private static Use use(Way way, long parameters, SortedSet<Integer> places) {
        List<Double> weights =
                places.stream()
                        .map(place -> way.weights().getOrDefault(place, Double.NaN))
                        .toList();
        return new Use(way.method(), way.options(), weights, parameters);
    }
}
