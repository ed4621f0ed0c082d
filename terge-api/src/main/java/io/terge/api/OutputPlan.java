package io.terge.api;

import static java.util.Objects.requireNonNull;

import io.terge.model.ModelReference;

import java.util.OptionalLong;

/**
 * Where the result of a plan goes.
 *
 * @param target where
 * @param adapter the name of the adapter that writes it
 * @param shardSize the most bytes of weights in one file of several; empty for no limit
 * @param overwrite whether what is there is replaced
 * @since 0.1
 */
public record OutputPlan(
        ModelReference target, String adapter, OptionalLong shardSize, boolean overwrite) {

    /** Checks the values. */
    public OutputPlan {
        requireNonNull(target, "target");
        requireNonNull(adapter, "adapter");
        requireNonNull(shardSize, "shardSize");
    }
}
