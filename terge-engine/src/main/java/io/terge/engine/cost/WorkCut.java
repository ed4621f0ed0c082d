package io.terge.engine.cost;

import io.terge.api.Action;
import io.terge.api.Operand;
import io.terge.api.ParameterPlan;
import io.terge.tensor.Extent;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Shape;

import java.util.List;

/**
 * How the work on one parameter is cut up, and what memory it takes.
 *
 * @param blockElements how many elements are worked on at a time
 * @param chunkElements how many a thread takes on at a time
 * @param copiedBytes how many bytes a thread takes on at a time where they are copied as they are
 * @param scratchBytes bytes off the heap for a chunk's stored elements
 * @param arrayBytes bytes on the heap for the numbers of a block
 * @param tensorBytes bytes on the heap for whole tensors, and for what operands hold
 */
public record WorkCut(
        int blockElements,
        int chunkElements,
        int copiedBytes,
        long scratchBytes,
        long arrayBytes,
        long tensorBytes) {

    /** A statistic is gathered in blocks of this size, so that it has the same bits every time. */
    public static final int STATISTIC_BLOCK = 1024;

    /** The largest array that every JVM has. */
    private static final long LONGEST_ARRAY = Integer.MAX_VALUE - 8L;

    /** What a row or a tensor takes that no array can hold. */
    static final long BEYOND_ALL_MEMORY = Long.MAX_VALUE / 4;

    /** What a kernel takes for each element of a block: at most five arrays of numbers. */
    static final int KERNEL_BYTES_PER_ELEMENT = 40;

    /** The cut of one parameter. */
    public static WorkCut of(ParameterPlan parameter, ExecutionSettings settings) {
        ParameterSpec output = parameter.output();
        return switch (parameter.action()) {
            case Action.Tied tied -> new WorkCut(1, 1, 1, 0, 0, 0);
            case Action.Copy copy when !copy.from().stored().dtype().isFloating() ->
                    ofBytes(output, settings);
            case Action.Copy copy -> of(output, List.of(copy.from()), Extent.BLOCK, 1, settings);
            case Action.Merge merge -> of(output, merge, settings);
        };
    }

    /** The longest block that a kernel is given. */
    public static int kernelBlock(ExecutionSettings settings) {
        return Math.max(STATISTIC_BLOCK, settings.blockElements());
    }

    /** The length of a row: of the last dimension, or of all there is; 1 where it is empty. */
    public static long row(Shape shape) {
        long last = shape.rank() == 0 ? 1 : shape.dimension(shape.rank() - 1);
        return Math.max(1, last);
    }

    private static WorkCut ofBytes(ParameterSpec copied, ExecutionSettings settings) {
        int most = settings.chunkBytes();
        long scratch = Math.min(most, copied.byteSize()) + OperandNeed.ALIGNMENT;
        return new WorkCut(1, most, most, scratch, 0, 0);
    }

    private static WorkCut of(
            ParameterSpec output, Action.Merge merge, ExecutionSettings settings) {
        WorkCut cut = of(output, merge.operands(), merge.extent(), merge.passes(), settings);
        return cut.withArrays(output.elements(), merge.arrays());
    }

    /** This cut with arrays of the parameter's size that the method allocates. */
    private WorkCut withArrays(long elements, int count) {
        return new WorkCut(
                blockElements,
                chunkElements,
                copiedBytes,
                scratchBytes,
                arrayBytes,
                Math.min(BEYOND_ALL_MEMORY, tensorBytes + elements * count * Double.BYTES));
    }

    private static WorkCut of(
            ParameterSpec output,
            List<Operand> operands,
            Extent extent,
            int passes,
            ExecutionSettings settings) {
        long elements = output.elements();
        OperandNeed needs = OperandNeed.of(operands);
        int count = operands.size();
        int outputSize = output.dtype().bits() / Byte.SIZE;
        long each = outputSize + needs.perElement();
        long row = row(output.shape());
        long block = extent == Extent.ROW ? row : settings.blockElements();
        if (block > LONGEST_ARRAY || (extent == Extent.TENSOR && elements > LONGEST_ARRAY)) {
            return new WorkCut(1, 1, 1, 0, 0, BEYOND_ALL_MEMORY);
        }
        long chunk = Math.max(1, settings.chunkBytes() / each / block) * block;
        long seen = passes > 1 ? Math.max(STATISTIC_BLOCK, extent == Extent.BLOCK ? 1 : row) : 1;
        return new WorkCut(
                (int) block,
                (int) Math.min(chunk, LONGEST_ARRAY),
                (int) Math.min(chunk * outputSize, LONGEST_ARRAY),
                scratch(needs, Math.min(Math.max(chunk, seen), elements) * each),
                arrays(needs, count, Math.min(Math.max(block, seen), elements), settings),
                held(operands)
                        + (extent == Extent.TENSOR ? elements * (count + 1) * Double.BYTES : 0));
    }

    private static long held(List<Operand> operands) {
        long held = 0;
        for (Operand operand : operands) {
            held += operand.footprint().held();
        }
        return held;
    }

    private static long scratch(OperandNeed needs, long ofElements) {
        return ofElements + needs.perChunk() + OperandNeed.ALIGNMENT;
    }

    // All operands, the output and a spare one; then what kernels and rows have of their own.
    private static long arrays(
            OperandNeed needs, int count, long block, ExecutionSettings settings) {
        return block * (count + 2) * Double.BYTES
                + (long) KERNEL_BYTES_PER_ELEMENT * kernelBlock(settings)
                + needs.arrays();
    }
}
