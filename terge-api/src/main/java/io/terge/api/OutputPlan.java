package io.terge.api;

import static java.util.Objects.requireNonNull;

import io.terge.model.ModelReference;
import io.terge.tensor.DType;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * Where the result of a plan goes.
 *
 * @param target where
 * @param adapter the name of the adapter that writes it
 * @param dtype the type that all floating parameters were asked to have; empty for the base's
 * @param shardSize the most bytes of weights in one file of several; empty for no limit
 * @param shards how many files of weights there will be
 * @param overwrite whether what is there is replaced
 * @since 0.1
 */
public record OutputPlan(
        ModelReference target,
        String adapter,
        Optional<DType> dtype,
        OptionalLong shardSize,
        int shards,
        boolean overwrite) {

    public OutputPlan {
        requireNonNull(target, "target");
        requireNonNull(adapter, "adapter");
        requireNonNull(dtype, "dtype");
        requireNonNull(shardSize, "shardSize");
    }

    /** This output with leave to replace what is there. */
    public OutputPlan withOverwriting() {
        return new OutputPlan(target, adapter, dtype, shardSize, shards, true);
    }
}
