package io.terge.djl.memory;

import ai.djl.Model;
import ai.djl.nn.Block;

import io.terge.model.ModelReference;
import io.terge.spi.format.AdapterContext;
import io.terge.spi.format.Claim;
import io.terge.spi.format.ModelAdapter;
import io.terge.spi.format.ModelSource;
import io.terge.spi.format.ModelWriter;

import java.util.Optional;

/**
 * DJL models and blocks in memory.
 *
 * <p>As a target, a block keeps its arrays, and the merged values are copied into them when the
 * merge is done.
 */
public final class DjlAdapter implements ModelAdapter {

    @Override
    public String name() {
        return "djl";
    }

    @Override
    public String describe() {
        return "a model or block of the Deep Java Library, in memory";
    }

    @Override
    public Claim claims(ModelReference reference) {
        return isDjl(reference) ? Claim.SPECIFIC : Claim.NONE;
    }

    @Override
    public ModelSource open(ModelReference reference, AdapterContext context) {
        return DjlSource.of(LiveBlock.of(reference));
    }

    @Override
    public Optional<ModelWriter> writer() {
        return Optional.of(new DjlWriter());
    }

    static boolean isDjl(ModelReference reference) {
        return reference instanceof ModelReference.InMemory(Object model, String label)
                && (model instanceof Model || model instanceof Block);
    }
}
