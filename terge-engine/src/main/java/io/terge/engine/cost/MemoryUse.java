package io.terge.engine.cost;

/**
 * What memory a merge takes for numbers.
 *
 * @param limit how many bytes it may take
 * @param threads how many threads the limit allows; 0 if not even one
 * @param scratch bytes off the heap, for each thread
 * @param arrays bytes on the heap, for each thread
 * @param tensors bytes on the heap for the largest parameter that is held as a whole
 */
public record MemoryUse(long limit, int threads, long scratch, long arrays, long tensors) {

    /** Returns the use on as many threads as are asked for, or on fewer if the limit is low. */
    static MemoryUse within(long limit, int threads, long scratch, long arrays, long tensors) {
        long perThread = Math.addExact(scratch, arrays);
        long possible = perThread == 0 ? threads : (limit - tensors) / perThread;
        int count = (int) Math.max(0, Math.min(threads, possible));
        return new MemoryUse(limit, count, scratch, arrays, tensors);
    }

    /** The most bytes that the merge takes: every thread may hold a parameter as a whole. */
    public long bytes() {
        long atOnce = Math.max(1, threads);
        long held = tensors > forTensors() / atOnce ? forTensors() : atOnce * tensors;
        return threads * (scratch + arrays) + Math.max(tensors, held);
    }

    /** The least limit that would do, in bytes. */
    public long least() {
        return scratch + arrays + tensors;
    }

    /** Whether any limit would do: a row or tensor may be longer than every array. */
    public boolean isPossible() {
        return tensors < WorkCut.BEYOND_ALL_MEMORY;
    }

    /** What the limit leaves for parameters that are held as a whole, in bytes. */
    public long forTensors() {
        return limit - threads * (scratch + arrays);
    }
}
