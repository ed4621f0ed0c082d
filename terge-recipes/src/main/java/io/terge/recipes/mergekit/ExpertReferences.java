package io.terge.recipes.mergekit;

import io.terge.model.ModelReference;
import io.terge.model.ViewSettings;

import java.util.Optional;

/**
 * The references by which the adapter of experts shows a base as a mixture, and models as its
 * experts.
 *
 * @param base the base
 * @param experts how many experts there are
 * @param shared how many shared experts there are
 * @param active how many experts a token goes through
 * @param architecture the architecture, if it is given
 */
record ExpertReferences(
        ModelReference base, int experts, int shared, int active, Optional<String> architecture) {

    /** The adapter that reads them. */
    static final String ADAPTER = "experts";

    private ModelReference frame() {
        ModelReference frame =
                base.with(ViewSettings.EXPERTS, Integer.toString(experts))
                        .with(ViewSettings.SHARED, Integer.toString(shared))
                        .with(ViewSettings.ACTIVE, Integer.toString(active));
        return architecture.map(name -> frame.with(ViewSettings.ARCHITECTURE, name)).orElse(frame);
    }

    /** The base, with all parameters of the output. */
    ModelReference mixture(String gates, long seed) {
        return frame().with(ViewSettings.GATES, gates).with(ViewSettings.SEED, Long.toString(seed));
    }

    /**
     * A model as an expert, or as several.
     *
     * @param places their indexes, or {@code shared}, separated by commas
     */
    ModelReference expert(ModelReference model, String places) {
        return model.with(ViewSettings.PLACES, places).with(ViewSettings.FRAME, frame().describe());
    }
}
