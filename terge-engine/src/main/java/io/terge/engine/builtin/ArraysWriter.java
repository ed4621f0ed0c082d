package io.terge.engine.builtin;

import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.model.ModelReference;
import io.terge.spi.format.Claim;
import io.terge.spi.format.ModelBlueprint;
import io.terge.spi.format.ModelSink;
import io.terge.spi.format.ModelWriter;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.TensorArray;

import java.util.List;
import java.util.Map;

/** Writes to maps in memory. */
final class ArraysWriter implements ModelWriter {

    @Override
    public Claim claims(ModelReference target) {
        return ArraysAdapter.isMap(target) ? Claim.SPECIFIC : Claim.NONE;
    }

    @Override
    public void check(ModelReference target, boolean overwrite) {
        if (!overwrite && !ArraysAdapter.map(target).isEmpty()) {
            throw new TergeException(
                    Problem.of(
                                    TergeCode.OUTPUT_EXISTS,
                                    "The target " + target.describe() + " is not empty")
                            .fix(
                                    "merge into an empty map or in place, or allow overwriting (in"
                                            + " Java .overwrite())"));
        }
        ArraysAdapter.arrays(target)
                .forEach(
                        (name, array) -> {
                            if (array.memory().isReadOnly()) {
                                throw ArraysAdapter.invalid(
                                        target, name, "its memory is read-only");
                            }
                        });
    }

    @Override
    public List<List<ParameterSpec>> shards(ModelReference target, ModelBlueprint blueprint) {
        if (blueprint.shardSize().isPresent()) {
            throw new TergeException(
                    Problem.of(
                                    TergeCode.OUTPUT_NOT_SUPPORTED,
                                    "A map in memory cannot be divided into shards")
                            .fix("omit the shard size (in Java .shardSize(...))"));
        }
        return List.of(blueprint.parameters());
    }

    @Override
    public ModelSink create(ModelReference target, ModelBlueprint blueprint) {
        check(target, blueprint.overwrite());
        @SuppressWarnings("unchecked") // Every entry has been looked at; the target takes ours.
        Map<String, TensorArray> map = (Map<String, TensorArray>) ArraysAdapter.map(target);
        return new ArraysSink(map, target.describe(), blueprint);
    }
}
