package io.terge.files.output;

import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.spi.format.ModelBlueprint;
import io.terge.tensor.ParameterSpec;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Divides models into shards.
 *
 * @since 0.1
 */
public final class Shards {

    private Shards() {}

    /**
     * Returns the only shard of a single-file format.
     *
     * @param format a file of the format in messages, e.g. {@code "a safetensors file"}
     * @throws TergeException with {@link TergeCode#OUTPUT_NOT_SUPPORTED} if the blueprint has a
     *     shard size
     */
    public static List<List<ParameterSpec>> one(ModelBlueprint blueprint, String format) {
        if (blueprint.shardSize().isPresent()) {
            throw new TergeException(
                    Problem.of(
                                    TergeCode.OUTPUT_NOT_SUPPORTED,
                                    "The output is "
                                            + format
                                            + ", which cannot be split into shards")
                            .fix(
                                    "omit the shard size (--shard-size, in Java .shardSize(...)),"
                                            + " or choose a directory as the output"));
        }
        return List.of(blueprint.parameters());
    }

    /**
     * Fills one shard after the other up to the blueprint's shard size, in the order of the
     * parameters. A parameter that is larger gets a shard of its own.
     *
     * @return one shard or more; a single empty one if there are no parameters
     */
    public static List<List<ParameterSpec>> filled(ModelBlueprint blueprint) {
        return filled(blueprint, ParameterSpec::byteSize);
    }

    /**
     * Fills one shard after the other, for a format that stores more of a parameter than its
     * elements.
     *
     * @param size the number of bytes that the format stores for a parameter
     * @return as {@link #filled(ModelBlueprint)}
     */
    public static List<List<ParameterSpec>> filled(
            ModelBlueprint blueprint, ToLongFunction<ParameterSpec> size) {
        long limit = blueprint.shardSize().orElse(Long.MAX_VALUE);
        List<List<ParameterSpec>> shards = new ArrayList<>();
        List<ParameterSpec> current = new ArrayList<>();
        long room = limit;
        for (ParameterSpec parameter : blueprint.parameters()) {
            if (size.applyAsLong(parameter) > room && !current.isEmpty()) {
                shards.add(List.copyOf(current));
                current.clear();
                room = limit;
            }
            current.add(parameter);
            room -= size.applyAsLong(parameter);
        }
        shards.add(List.copyOf(current));
        return List.copyOf(shards);
    }
}
