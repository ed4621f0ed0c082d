package io.terge.api;

import static java.util.Objects.requireNonNull;

import io.terge.model.ModelReference;
import io.terge.tensor.DType;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * Where the output of a plan goes.
 *
 * @param target the target, which is the base for an in-place merge
 * @param adapter the name of the adapter that writes it
 * @param dtype the type that the output's configuration names: that of all or most floating-point
 *     parameters; empty if no type is requested, to keep what the base's says
 * @param shardSize the maximum number of bytes of weights in one shard; empty for no limit
 * @param shards the number of shards of the output
 * @param overwrite whether an existing model at the target may be replaced
 * @param nonFinite what happens if elements are NaN or infinite
 * @param backup whether the model that is replaced is kept beside the target
 * @param files the files besides the weights
 * @since 0.1
 */
public record OutputPlan(
        ModelReference target,
        String adapter,
        Optional<DType> dtype,
        OptionalLong shardSize,
        int shards,
        boolean overwrite,
        NonFinitePolicy nonFinite,
        boolean backup,
        OutputFiles files) {

    public OutputPlan {
        requireNonNull(target, "target");
        requireNonNull(adapter, "adapter");
        requireNonNull(dtype, "dtype");
        requireNonNull(shardSize, "shardSize");
        requireNonNull(nonFinite, "nonFinite");
        requireNonNull(files, "files");
    }

    /** Returns this output with permission to replace what already exists. */
    public OutputPlan withOverwriting() {
        return new OutputPlan(
                target, adapter, dtype, shardSize, shards, true, nonFinite, backup, files);
    }
}
