package io.terge.engine.execute;

import io.terge.api.NonFiniteValues;
import io.terge.api.ParameterPlan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Counts elements that are NaN or infinite, by parameter; all threads count in the same one. */
final class ValueCounts {

    private final Map<String, Counts> byParameter = new ConcurrentHashMap<>();

    /** Adds elements of a model. */
    void model(String parameter, int model, long notFinite) {
        if (notFinite > 0) {
            counts(parameter).model(model, notFinite);
        }
    }

    /**
     * Adds elements of the output.
     *
     * @param outOfRange how many of them were finite results
     */
    void output(String parameter, long notFinite, long outOfRange) {
        if (notFinite > 0) {
            counts(parameter).output(notFinite, outOfRange);
        }
    }

    private Counts counts(String parameter) {
        return byParameter.computeIfAbsent(parameter, name -> new Counts());
    }

    /** Returns what was counted, in the order of the parameters. */
    List<NonFiniteValues> of(List<ParameterPlan> parameters) {
        return parameters.stream()
                .map(parameter -> parameter.output().name())
                .map(
                        name ->
                                Optional.ofNullable(byParameter.get(name))
                                        .map(counts -> counts.of(name)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static final class Counts {

        private final SortedMap<Integer, Long> models = new TreeMap<>();
        private long notFinite;
        private long outOfRange;

        synchronized void model(int model, long count) {
            models.merge(model, count, Long::sum);
        }

        synchronized void output(long count, long ofFiniteResults) {
            notFinite += count;
            outOfRange += ofFiniteResults;
        }

        synchronized NonFiniteValues of(String parameter) {
            return new NonFiniteValues(parameter, models, outOfRange, notFinite);
        }
    }
}
