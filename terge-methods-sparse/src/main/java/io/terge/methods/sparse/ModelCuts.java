package io.terge.methods.sparse;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The cuts of whole models.
 *
 * @param kept by the place of the model: which elements are large enough
 * @param outliers by the place of the model: which elements are too large
 * @param starts by the name of the parameter and the place of the model: the index of its first
 *     element in the task vector of the model
 */
record ModelCuts(
        Map<Integer, Cut> kept,
        Map<Integer, Cut> outliers,
        Map<String, Map<Integer, Long>> starts) {

    static ModelCuts none() {
        return new ModelCuts(Map.of(), Map.of(), Map.of());
    }

    /** The trim of one parameter. */
    Trim of(String parameter, List<Integer> models) {
        Map<Integer, Long> own = starts.getOrDefault(parameter, Map.of());
        return new Trim(cuts(kept, own, models), cuts(outliers, own, models));
    }

    private static List<Cut> cuts(
            Map<Integer, Cut> cuts, Map<Integer, Long> starts, List<Integer> models) {
        return cuts.isEmpty()
                ? List.of()
                : models.stream()
                        .map(
                                model ->
                                        cuts.getOrDefault(model, Cut.all())
                                                .from(starts.getOrDefault(model, 0L)))
                        .toList();
    }

    /** For the lineage. */
    @Override
    public String toString() {
        Map<Integer, Double> magnitudes = new TreeMap<>();
        kept.forEach((model, cut) -> magnitudes.put(model, cut.magnitude()));
        return kept.isEmpty() ? "nothing: thresholds are by tensor" : "thresholds " + magnitudes;
    }
}
