package io.terge.engine.execute;

import io.terge.api.ParameterPlan;

import java.util.List;

/**
 * How the work is cut up. No setting changes a byte of the output.
 *
 * @param threads how many threads work, 1 or more
 * @param blockElements how many elements a method is given at a time; a block of each input stays
 *     in the cache
 * @param chunkElements how many elements a thread takes on at a time, and writes at once
 */
public record ExecutionSettings(int threads, int blockElements, int chunkElements) {

    private static final int BLOCK = 4096;
    private static final int BLOCKS_IN_CHUNK = 64;

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if one is not positive
     */
    public ExecutionSettings {
        if (threads < 1 || blockElements < 1 || chunkElements < 1) {
            throw new IllegalArgumentException(
                    "Threads and sizes are positive: %d, %d, %d"
                            .formatted(threads, blockElements, chunkElements));
        }
    }

    /** Returns the settings for so many threads. */
    public static ExecutionSettings of(int threads) {
        return new ExecutionSettings(threads, BLOCK, BLOCK * BLOCKS_IN_CHUNK);
    }

    /** How many bytes a thread copies at once. */
    int chunkBytes() {
        return (int) Math.min(Integer.MAX_VALUE, (long) chunkElements * Double.BYTES);
    }

    /** The most memory that the run of these parameters takes, in bytes. */
    public long memoryFor(List<ParameterPlan> parameters) {
        long largest = parameters.stream().mapToLong(this::memoryForOne).max().orElse(0);
        return threads * largest;
    }

    private long memoryForOne(ParameterPlan parameter) {
        int arrays =
                switch (parameter) {
                    case ParameterPlan.Merge merge ->
                            merge.shares().size() + 1 + (merge.usesBase() ? 1 : 0);
                    case ParameterPlan.Copy copy ->
                            copy.base().dtype().equals(copy.output().dtype()) ? 0 : 1;
                };
        if (arrays == 0) {
            return 0; // Copied from where it is.
        }
        long elements = Math.min(chunkElements, parameter.output().elements());
        long block = Math.min(blockElements, elements);
        int bytesPerElement = parameter.output().dtype().bits() / Byte.SIZE;
        return arrays * block * Double.BYTES + elements * bytesPerElement;
    }
}
