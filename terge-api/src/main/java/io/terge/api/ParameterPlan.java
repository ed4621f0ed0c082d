package io.terge.api;

import static java.util.Objects.requireNonNull;

import io.terge.tensor.ParameterSpec;

/**
 * The decision for one parameter of the output.
 *
 * @param output the parameter as the output stores it
 * @param shard the output's file that it goes to, from 0
 * @param action how it comes about
 * @since 0.1
 */
public record ParameterPlan(ParameterSpec output, int shard, Action action) {

    public ParameterPlan {
        requireNonNull(output, "output");
        requireNonNull(action, "action");
    }

    /** How many bytes of weights are read for it. */
    public long bytesRead() {
        return action.bytesRead();
    }

    /** How many bytes of weights are written for it. */
    public long bytesWritten() {
        return action instanceof Action.Tied ? 0 : output.byteSize();
    }
}
