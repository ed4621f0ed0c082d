package io.terge.djl.memory;

import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.model.ModelReference;
import io.terge.spi.format.Claim;
import io.terge.spi.format.ModelBlueprint;
import io.terge.spi.format.ModelSink;
import io.terge.spi.format.ModelWriter;
import io.terge.tensor.ParameterSpec;

import java.util.List;

/** Writes into existing blocks. */
final class DjlWriter implements ModelWriter {

    @Override
    public Claim claims(ModelReference target) {
        return DjlAdapter.isDjl(target) ? Claim.SPECIFIC : Claim.NONE;
    }

    @Override
    public void check(ModelReference target, boolean overwrite) {
        LiveBlock block = LiveBlock.of(target);
        // A block without parameters has nothing to lose.
        if (!overwrite && !block.arrays().isEmpty()) {
            throw new TergeException(
                    Problem.of(
                                    TergeCode.OUTPUT_EXISTS,
                                    "%s already has parameters, which the merge would replace"
                                            .formatted(block.label()))
                            .fix("allow overwriting (in Java .overwrite())"));
        }
    }

    @Override
    public List<List<ParameterSpec>> shards(ModelReference target, ModelBlueprint blueprint) {
        if (blueprint.shardSize().isPresent()) {
            throw new TergeException(
                    Problem.of(
                                    TergeCode.OUTPUT_NOT_SUPPORTED,
                                    "A block in memory cannot be divided into shards")
                            .fix("omit the shard size (in Java .shardSize(...))"));
        }
        return List.of(blueprint.parameters());
    }

    @Override
    public ModelSink create(ModelReference target, ModelBlueprint blueprint) {
        check(target, blueprint.overwrite());
        LiveBlock block = LiveBlock.of(target);
        new TargetCheck(block, blueprint).check();
        return new DjlSink(block, blueprint);
    }
}
