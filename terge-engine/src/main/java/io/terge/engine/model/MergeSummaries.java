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
        long copied = 0;
        for (ParameterPlan parameter : parameters) {
            switch (parameter.action()) {
                case Action.Merge merge -> {
                    ways.merge(way(merge), 1L, Long::sum);
                    merge.operands().forEach(operand -> places.add(operand.model()));
                }
                case Action.Copy copy -> copied++;
                case Action.Tied tied -> {} // It is the parameter that it is tied to.
            }
        }
        places.add(base);
        return new MergeSummary(
                places.stream().map(this::model).toList(),
                ways.entrySet().stream()
                        .map(each -> use(each.getKey(), each.getValue(), places))
                        .sorted(Comparator.comparing(Use::parameters).reversed())
                        .toList(),
                copied);
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
