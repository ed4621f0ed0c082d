package io.terge.recipes.mergekit;

import io.terge.model.ModelReference;

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

    static final String GATES = "moe-gates";

    private ModelReference frame() {
        ModelReference frame =
                base.with("moe-experts", Integer.toString(experts))
                        .with("moe-shared", Integer.toString(shared))
                        .with("moe-active", Integer.toString(active));
        return architecture.map(name -> frame.with("moe-architecture", name)).orElse(frame);
    }

    /** The base, with all parameters of the output. */
    ModelReference mixture(String gates, long seed) {
        return frame().with(GATES, gates).with("moe-seed", Long.toString(seed));
    }

    /**
     * A model as an expert.
     *
     * @param place its index, or {@code shared}
     */
    ModelReference expert(ModelReference model, String place) {
        return model.with("moe-expert", place).with("moe-frame", frame().describe());
    }
}
