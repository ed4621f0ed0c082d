package io.terge.methods.sparse;

import io.terge.methods.sparse.part.Cut;
import io.terge.methods.sparse.part.ModelPlaces;
import io.terge.methods.sparse.part.Trim;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The cuts of whole models.
 *
 * @param kept by the place of the model: which elements are large enough
 * @param outliers by the place of the model: which elements are too large
 * @param places where the elements of parameters are; empty if there are no cuts
 */
record ModelCuts(Map<Integer, Cut> kept, Map<Integer, Cut> outliers, Optional<ModelPlaces> places) {

    static ModelCuts none() {
        return new ModelCuts(Map.of(), Map.of(), Optional.empty());
    }

    /** The trim of one parameter. */
    Trim of(String parameter, List<Integer> models) {
        return new Trim(cuts(kept, parameter, models), cuts(outliers, parameter, models));
    }

    private List<Cut> cuts(Map<Integer, Cut> cuts, String parameter, List<Integer> models) {
        return cuts.isEmpty()
                ? List.of()
                : models.stream().map(model -> cut(cuts, parameter, model)).toList();
    }

    private Cut cut(Map<Integer, Cut> cuts, String parameter, int model) {
        long start = places.map(known -> known.start(parameter, model)).orElse(0L);
        return cuts.getOrDefault(model, Cut.all()).from(start);
    }

    /** For the lineage. */
    @Override
    public String toString() {
        Map<Integer, Double> magnitudes = new TreeMap<>();
        kept.forEach((model, cut) -> magnitudes.put(model, cut.magnitude()));
        return kept.isEmpty() ? "nothing: thresholds are by tensor" : "thresholds " + magnitudes;
    }
}
