package io.terge.methods.sparse;

import io.terge.methods.sparse.part.Cut;
import io.terge.methods.sparse.part.ModelPlaces;

import java.util.Optional;

/**
 * What {@link Sce} selects of a whole model.
 *
 * @param places where the elements of parameters are; empty if each tensor has a cut of its own
 * @param cut which variances are selected
 * @since 0.1
 */
record VarianceCut(Optional<ModelPlaces> places, Cut cut) {

    static VarianceCut none() {
        return new VarianceCut(Optional.empty(), Cut.none());
    }

    /** For the lineage. */
    @Override
    public String toString() {
        return places.isEmpty()
                ? "nothing: variances are selected by tensor"
                : "least variance " + cut.magnitude();
    }
}
