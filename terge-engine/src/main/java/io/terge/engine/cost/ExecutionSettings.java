package io.terge.engine.cost;

import io.terge.api.ParameterPlan;

import java.util.List;

/**
 * How the work is cut up. No setting changes a byte of the output.
 *
 * @param threads how many threads work, 1 or more
 * @param maxMemory how many bytes of memory a merge may take, on the heap and off it
 * @param blockElements how many elements a method is given at a time; a block of each input stays
 *     in the fastest cache
 * @param chunkBytes how many stored bytes a thread has in hand at a time, of all inputs and the
 *     output: so many that asking the system for them costs little, and so few that they stay in
 *     the second cache
 * @param vectorBytes how many bytes a merger has to read before it uses vector code: that is
 *     several times faster, but takes the JVM seconds of work to compile
 */
public record ExecutionSettings(
        int threads, long maxMemory, int blockElements, int chunkBytes, long vectorBytes) {

    /** How much memory a merge may take where nothing is said. */
    public static final long DEFAULT_MEMORY = 512_000_000;

    private static final int BLOCK = 2048;
    private static final int CHUNK = 1 << 20;
    private static final int SMALLEST_CHUNK = 1 << 16;
    // About where new processes took as long with either kind of code: docs/decisions/0006.
    private static final long VECTOR = 24_000_000_000L;

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if one of the first four is not positive
     */
    public ExecutionSettings {
        if (threads < 1 || maxMemory < 1 || blockElements < 1 || chunkBytes < 1) {
            throw new IllegalArgumentException(
                    "Threads and sizes must be positive, but were %d, %d, %d, %d"
                            .formatted(threads, maxMemory, blockElements, chunkBytes));
        }
    }

    /** Returns the settings for this machine: a thread for each processor. */
    public static ExecutionSettings ofThisMachine() {
        return new ExecutionSettings(
                Runtime.getRuntime().availableProcessors(), DEFAULT_MEMORY, BLOCK, CHUNK, VECTOR);
    }

    /** These settings with another number of threads. */
    public ExecutionSettings threads(int count) {
        return new ExecutionSettings(count, maxMemory, blockElements, chunkBytes, vectorBytes);
    }

    /** These settings with another limit of memory, in bytes. */
    public ExecutionSettings maxMemory(long bytes) {
        return new ExecutionSettings(threads, bytes, blockElements, chunkBytes, vectorBytes);
    }

    /** These settings with another number of bytes from which vector code is used. */
    public ExecutionSettings vectorBytes(long bytes) {
        return new ExecutionSettings(threads, maxMemory, blockElements, chunkBytes, bytes);
    }

    /**
     * Settings for some parameters, and what memory their run takes with them.
     *
     * @param settings the settings
     * @param memory the memory
     */
    public record Fitting(ExecutionSettings settings, MemoryUse memory) {}

    /**
     * These settings with the largest chunk with which all threads can work on these parameters
     * within the memory: half of it, or a quarter, and so on. Where there is none, the smallest.
     */
    public Fitting fitting(List<ParameterPlan> parameters) {
        ExecutionSettings fitting = this;
        MemoryUse memory = memory(parameters);
        while (fitting.chunkBytes > SMALLEST_CHUNK && memory.threads() < threads) {
            fitting =
                    new ExecutionSettings(
                            threads, maxMemory, blockElements, fitting.chunkBytes / 2, vectorBytes);
            memory = fitting.memory(parameters);
        }
        return new Fitting(fitting, memory);
    }

    /** What memory the run of these parameters takes. */
    public MemoryUse memory(List<ParameterPlan> parameters) {
        long scratch = 0;
        long arrays = 0;
        long tensors = 0;
        HeaderMemory headers = new HeaderMemory();
        for (ParameterPlan parameter : parameters) {
            headers.add(parameter);
            WorkCut cut = WorkCut.of(parameter, this);
            scratch = Math.max(scratch, cut.scratchBytes());
            arrays = Math.max(arrays, cut.arrayBytes());
            tensors = Math.max(tensors, cut.tensorBytes());
        }
        return MemoryUse.within(maxMemory, threads, scratch, arrays, tensors, headers.bytes());
    }
}
