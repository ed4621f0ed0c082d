package io.terge.api;

import static java.util.Objects.requireNonNull;

import io.terge.tensor.ParameterSpec;

/**
 * The decision for one parameter of the output.
 *
 * @param output the header of the parameter in the output
 * @param shard the index of the output shard it goes to, from 0
 * @param action how it is made
 * @since 0.1
 */
public record ParameterPlan(ParameterSpec output, int shard, Action action) {

    public ParameterPlan {
        requireNonNull(output, "output");
        requireNonNull(action, "action");
    }

    /** The number of bytes of weights that are read for it over all passes, at most. */
    public long bytesRead() {
        return action.bytesRead();
    }

    /** The number of bytes of weights that are written for it; 0 for a tied parameter. */
    public long bytesWritten() {
        return action instanceof Action.Tied ? 0 : output.byteSize();
    }
}
