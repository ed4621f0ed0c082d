package io.terge.engine.operand;

import io.terge.spi.method.Block;

import java.util.Optional;

/** The arrays of a block: used again for every block of a chunk, by one thread. */
public final class BlockBuffers implements Block {

    private final LoadedOperands chunk;
    private final long chunkStart;
    private final double[][] inputs;
    private final Optional<double[]> base;
    private final Optional<double[]> output;
    private int at;
    private int length;

    private BlockBuffers(LoadedOperands chunk, long chunkStart, int longest, boolean hasOutput) {
        this.chunk = chunk;
        this.chunkStart = chunkStart;
        int count = chunk.inputs().size();
        this.inputs = new double[count][];
        for (int i = 0; i < count; i++) {
            inputs[i] = chunk.memory().array(i, longest);
        }
        this.base = chunk.base().map(part -> chunk.memory().array(count, longest));
        this.output =
                hasOutput
                        ? Optional.of(chunk.memory().array(count + 1, longest))
                        : Optional.empty();
    }

    /** The blocks of a chunk that is written. */
    public static BlockBuffers written(LoadedOperands chunk, long chunkStart, int longest) {
        return new BlockBuffers(chunk, chunkStart, longest, true);
    }

    /** The blocks of a chunk that is only looked at. */
    public static BlockBuffers seen(LoadedOperands chunk, long chunkStart, int longest) {
        return new BlockBuffers(chunk, chunkStart, longest, false);
    }

    /** Goes to a block and reads it. */
    public void read(int place, int count) {
        at = place;
        length = count;
        for (int i = 0; i < inputs.length; i++) {
            chunk.inputs().get(i).read(chunk.memory(), at, inputs[i], 0, length);
        }
        base.ifPresent(
                into -> chunk.base().orElseThrow().read(chunk.memory(), at, into, 0, length));
    }

    /** What is told of each operand, the base last. */
    @FunctionalInterface
    public interface OperandCount {

        void add(int model, long count);
    }

    /** Counts numbers of this block that are NaN or infinite, before its arrays are changed. */
    public void countNotFinite(OperandCount told) {
        for (int i = 0; i < inputs.length; i++) {
            count(chunk.inputs().get(i), inputs[i], told);
        }
        base.ifPresent(numbers -> count(chunk.base().orElseThrow(), numbers, told));
    }

    private void count(OperandPart part, double[] numbers, OperandCount told) {
        long notFinite = part.notFinite(chunk.memory(), at, numbers, length);
        if (notFinite > 0) {
            told.add(part.tensor().operand().model(), notFinite);
        }
    }

    /** All inputs, in arrays that may be longer than the block. */
    public double[][] inputs() {
        return inputs;
    }

    @Override
    public long start() {
        return chunkStart + at;
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public double[] input(int index) {
        return inputs[index];
    }

    @Override
    public double[] base() {
        return base.orElseThrow(() -> Operands.undeclared("withBase()"));
    }

    @Override
    public double[] output() {
        return output.orElseThrow(
                () -> new IllegalStateException("The block of a statistic has no output"));
    }
}
