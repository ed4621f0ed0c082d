package io.terge.engine.execute;

import io.terge.api.ParameterPlan;
import io.terge.api.Share;
import io.terge.tensor.DType;
import io.terge.tensor.Extent;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Shape;

import java.util.ArrayList;
import java.util.List;

/**
 * How the work on one parameter is cut up, and what memory it takes.
 *
 * @param blockElements how many elements are worked on at a time
 * @param chunkElements how many a thread takes on at a time
 * @param copiedBytes how many bytes a thread takes on at a time where they are copied as they are
 * @param scratchBytes bytes off the heap for a chunk's stored elements
 * @param arrayBytes bytes on the heap for the numbers of a block
 * @param tensorBytes bytes on the heap for whole tensors
 */
record WorkCut(
        int blockElements,
        int chunkElements,
        int copiedBytes,
        long scratchBytes,
        long arrayBytes,
        long tensorBytes) {

    /** A statistic is gathered in blocks of this size, so that it has the same bits every time. */
    static final int STATISTIC_BLOCK = 1024;

    /** The largest array that every JVM has. */
    private static final long LONGEST_ARRAY = Integer.MAX_VALUE - 8L;

    /** What a row or a tensor takes that no array can hold. */
    static final long BEYOND_ALL_MEMORY = Long.MAX_VALUE / 4;

    /** What a kernel takes for each element of a block: at most five arrays of numbers. */
    private static final int KERNEL_BYTES_PER_ELEMENT = 40;

    static WorkCut of(ParameterPlan parameter, ExecutionSettings settings) {
        return switch (parameter) {
            case ParameterPlan.Copy copy when !copy.base().dtype().isFloating() ->
                    ofBytes(copy.output(), settings);
            case ParameterPlan.Copy copy ->
                    of(copy.output(), List.of(copy.base().dtype()), Extent.BLOCK, 1, settings);
            case ParameterPlan.Merge merge ->
                    of(merge.output(), types(merge), merge.extent(), merge.passes(), settings);
        };
    }

    /** The longest block that a kernel is given. */
    static int kernelBlock(ExecutionSettings settings) {
        return Math.max(STATISTIC_BLOCK, settings.blockElements());
    }

    private static List<DType> types(ParameterPlan.Merge merge) {
        List<DType> types = new ArrayList<>(merge.shares().stream().map(Share::dtype).toList());
        if (merge.usesBase()) {
            types.add(merge.base().dtype());
        }
        return types;
    }

    private static WorkCut ofBytes(ParameterSpec copied, ExecutionSettings settings) {
        long bytes = Math.min(settings.chunkBytes(), copied.byteSize());
        return new WorkCut(
                1, settings.chunkBytes(), settings.chunkBytes(), Scratch.room(bytes, 1), 0, 0);
    }

    private static WorkCut of(
            ParameterSpec output,
            List<DType> inputs,
            Extent extent,
            int passes,
            ExecutionSettings settings) {
        long elements = output.elements();
        int outputSize = output.dtype().bits() / Byte.SIZE;
        int stored = outputSize;
        for (DType input : inputs) {
            stored += input.bits() / Byte.SIZE;
        }
        long block = extent == Extent.ROW ? row(output.shape()) : settings.blockElements();
        long chunk = Math.max(1, settings.chunkBytes() / stored / block) * block;
        long loaded = passes > 1 ? Math.max(chunk, STATISTIC_BLOCK) : chunk;
        long numbers = passes > 1 ? Math.max(block, STATISTIC_BLOCK) : block;
        boolean fits =
                block <= LONGEST_ARRAY && (extent != Extent.TENSOR || elements <= LONGEST_ARRAY);
        if (!fits) {
            return new WorkCut(1, 1, 1, 0, 0, BEYOND_ALL_MEMORY);
        }
        long whole = extent == Extent.TENSOR ? elements * (inputs.size() + 1) * Double.BYTES : 0;
        return new WorkCut(
                (int) block,
                (int) Math.min(chunk, LONGEST_ARRAY),
                (int) Math.min(chunk * outputSize, LONGEST_ARRAY),
                Scratch.room(Math.min(loaded, elements) * stored, inputs.size() + 1),
                Math.min(numbers, elements) * (inputs.size() + 2) * Double.BYTES
                        + (long) KERNEL_BYTES_PER_ELEMENT * kernelBlock(settings),
                whole);
    }

    /** The length of a row: of the last dimension, or of all there is. */
    private static long row(Shape shape) {
        long last = shape.rank() == 0 ? 1 : shape.dimension(shape.rank() - 1);
        return Math.max(1, last);
    }
}
