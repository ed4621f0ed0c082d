package io.terge.api;

import static java.util.Objects.requireNonNull;

import io.terge.model.ModelReference;
import io.terge.tensor.DType;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * Where the merged model goes and how it is stored.
 *
 * @param target where it goes; empty for a request that is only planned, and in place
 * @param adapter the name of the adapter that writes it; empty for the one that claims the target
 * @param inPlace whether it replaces the base
 * @param dtype the type of all floating parameters; empty to keep the base's, one by one
 * @param shardSize the most bytes of weights in one file of several; empty for no limit
 * @param overwrite whether a model at the target is replaced
 * @since 0.1
 */
public record OutputChoice(
        Optional<ModelReference> target,
        Optional<String> adapter,
        boolean inPlace,
        Optional<DType> dtype,
        OptionalLong shardSize,
        boolean overwrite) {

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if there is a target although the merge is in place
     */
    public OutputChoice {
        requireNonNull(target, "target");
        requireNonNull(adapter, "adapter");
        requireNonNull(dtype, "dtype");
        requireNonNull(shardSize, "shardSize");
        if (inPlace && target.isPresent()) {
            throw new IllegalArgumentException("A merge in place has no target of its own");
        }
        if (shardSize.isPresent() && shardSize.getAsLong() <= 0) {
            throw new IllegalArgumentException(
                    "A shard size must be positive, but was " + shardSize);
        }
    }

    /** Returns the choice of no output, with the base's types. */
    public static OutputChoice none() {
        return new OutputChoice(
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                OptionalLong.empty(),
                false);
    }

    /** This choice with a target. */
    public OutputChoice withTarget(ModelReference other) {
        return new OutputChoice(Optional.of(other), adapter, false, dtype, shardSize, overwrite);
    }

    /** This choice with the base as the target. */
    public OutputChoice withBaseReplaced() {
        return new OutputChoice(Optional.empty(), adapter, true, dtype, shardSize, overwrite);
    }

    /** This choice with a type for all floating parameters. */
    public OutputChoice withDtype(DType other) {
        return new OutputChoice(target, adapter, inPlace, Optional.of(other), shardSize, overwrite);
    }

    /** This choice with a limit to the weights in one file, in bytes. */
    public OutputChoice withShardSize(long bytes) {
        return new OutputChoice(target, adapter, inPlace, dtype, OptionalLong.of(bytes), overwrite);
    }

    /** This choice with leave to replace a model at the target. */
    public OutputChoice withOverwriting() {
        return new OutputChoice(target, adapter, inPlace, dtype, shardSize, true);
    }

    /** This choice with the adapter of a name. */
    public OutputChoice withAdapter(String name) {
        return new OutputChoice(target, Optional.of(name), inPlace, dtype, shardSize, overwrite);
    }
}
