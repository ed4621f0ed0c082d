package io.terge.spi.format;

import io.terge.model.ModelReference;

import java.util.Optional;

/**
 * What a writer may use for a model that consists of others: it finds the writers of those. Safe
 * for use by several threads at once.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface WriterContext {

    /**
     * Returns the writer of the adapter that claims another target, such as a shard in a directory.
     * What it throws names that adapter. The caller checks the model by {@link
     * ModelWriter#shards(ModelReference, ModelBlueprint)} in planning and creates it where its own
     * output is built; the model is then part of that output, and is committed and closed with it.
     *
     * @return empty if no adapter claims the target
     * @throws io.terge.error.TergeException if several adapters claim it equally
     */
    Optional<ModelWriter> writer(ModelReference other);
}
