package io.terge.engine.cost;

/**
 * What memory a merge takes for numbers.
 *
 * @param limit how many bytes it may take
 * @param threads how many threads the limit allows; 0 if not even one
 * @param scratch bytes off the heap, for each thread
 * @param arrays bytes on the heap, for each thread
 * @param tensors bytes on the heap for the largest parameter that is held as a whole
 * @param headers bytes on the heap for names and places of very many parameters
 */
public record MemoryUse(
        long limit, int threads, long scratch, long arrays, long tensors, long headers) {

    MemoryUse(long limit, int threads, long scratch, long arrays, long tensors) {
        this(limit, threads, scratch, arrays, tensors, 0);
    }

    /** Returns the use on as many threads as are asked for, or on fewer if the limit is low. */
    static MemoryUse within(long limit, int threads, long scratch, long arrays, long tensors) {
        return within(limit, threads, scratch, arrays, tensors, 0);
    }

    /** As above, beside headers that take memory, too. */
    static MemoryUse within(
            long limit, int threads, long scratch, long arrays, long tensors, long headers) {
        long perThread = Math.addExact(scratch, arrays);
        long possible = perThread == 0 ? threads : (limit - headers - tensors) / perThread;
        int count = (int) Math.max(0, Math.min(threads, possible));
        return new MemoryUse(limit, count, scratch, arrays, tensors, headers);
    }

    /** The most bytes that the merge takes: every thread may hold a parameter as a whole. */
    public long bytes() {
        long atOnce = Math.max(1, threads);
        long held = tensors > forTensors() / atOnce ? forTensors() : atOnce * tensors;
        return headers + threads * (scratch + arrays) + Math.max(tensors, held);
    }

    /** The least limit that would do, in bytes. */
    public long least() {
        return headers + scratch + arrays + tensors;
    }

    /** Whether any limit would do: a row or tensor may be longer than every array. */
    public boolean isPossible() {
        return tensors < WorkCut.BEYOND_ALL_MEMORY;
    }

    /** What the limit leaves for parameters that are held as a whole, in bytes. */
    public long forTensors() {
        return limit - headers - threads * (scratch + arrays);
    }
}
