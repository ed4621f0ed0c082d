package io.terge.djl;

import ai.djl.Model;
import ai.djl.nn.Block;

import io.terge.model.ModelReference;

/**
 * References to DJL models in memory, for merges of models with a name of their own, and of models
 * in memory with models on disk:
 *
 * <pre>{@code
 * Terge.merge(DjlModels.reference(block, "live"), ModelReference.at("checkpoint.safetensors"))
 *         .inPlace();
 * }</pre>
 *
 * <p>The parameters of a model are read where they are; a merge in place, or into another block,
 * copies the merged values into the arrays of the target when it is done. The arrays stay the same
 * objects, with their gradient flags, so a {@code Trainer} of the target remains valid. Do not
 * train, change or close a model while it is being merged.
 *
 * @since 0.1
 */
public final class DjlModels {

    private DjlModels() {}

    /** Returns a reference to a model, with DJL's name of it; it must have a block. */
    public static ModelReference reference(Model model) {
        return reference(model, model.getName());
    }

    /**
     * Returns a reference to a model, which must have a block.
     *
     * @param label its name in messages and the lineage
     */
    public static ModelReference reference(Model model, String label) {
        return ModelReference.of(model, label);
    }

    /**
     * Returns a reference to a block, which must be initialised.
     *
     * @param label its name in messages and the lineage
     */
    public static ModelReference reference(Block block, String label) {
        return ModelReference.of(block, label);
    }
}
