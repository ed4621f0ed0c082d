package io.terge.engine.execute.statistic;

import io.terge.engine.cost.WorkCut;
import io.terge.engine.operand.BlockBuffers;
import io.terge.engine.operand.LoadedOperands;
import io.terge.engine.operand.Operands;
import io.terge.engine.schedule.WorkerMemory;

import java.util.function.LongConsumer;

/**
 * How a parameter is cut up for statistics: into runs of blocks, whose sizes depend on its shape
 * alone.
 *
 * @param elements how many there are
 * @param operands the parameter's numbers
 * @param loaded how many elements a thread loads at a time, at most, but for a block
 * @param read told how many elements have been read of all operands
 * @param block how many elements a block has
 * @param run how many elements a run has: a whole number of blocks
 * @param step how many elements there are for each run: as many as it has, or more of a sample
 */
public record RunCut(
        long elements,
        Operands operands,
        int loaded,
        LongConsumer read,
        int block,
        long run,
        long step) {

    private static final int RUN = 64 * WorkCut.STATISTIC_BLOCK;

    /** A sample has runs of so many elements, and at most so many runs. */
    private static final int SAMPLE = 128;

    private static final int MOST_SAMPLES = 4096;
    private static final int STEP_OF_SAMPLE = SAMPLE * SAMPLE;

    /** An odd number that scatters the products of consecutive numbers over all bits. */
    private static final long SCATTER = 0x9E3779B97F4A7C15L;

    /** Cuts a parameter into blocks of a fixed size. */
    public static RunCut ofBlocks(long elements, Operands operands, int loaded, LongConsumer read) {
        return new RunCut(elements, operands, loaded, read, WorkCut.STATISTIC_BLOCK, RUN, RUN);
    }

    /** Cuts it into rows of this length instead. */
    public RunCut rows(int row) {
        long rows = Math.max(1, RUN / row) * (long) row;
        return new RunCut(elements, operands, loaded, read, row, rows, rows);
    }

    /** Cuts a sample out of it: short runs far apart, or everything if it has few elements. */
    public RunCut sampled() {
        if (elements <= STEP_OF_SAMPLE) {
            return new RunCut(elements, operands, loaded, count -> {}, block, run, step);
        }
        long apart = Math.max(STEP_OF_SAMPLE, Math.ceilDiv(elements, MOST_SAMPLES));
        return new RunCut(elements, operands, loaded, count -> {}, SAMPLE, SAMPLE, apart);
    }

    /** How many runs there are. */
    long runs() {
        return Math.ceilDiv(elements, step);
    }

    // Runs of a sample start anywhere in their steps: at equal distances, all might start with the
    // same column.
    private long start(long index) {
        long room = Math.min(step, elements - index * step) - run;
        long moved = room > 0 ? Long.remainderUnsigned((index + 1) * SCATTER, room + 1) : 0;
        return index * step + moved;
    }

    /**
     * Gathers a run.
     *
     * @param index which one
     * @param parameter the place of this parameter among those of the statistic
     * @param start what was gathered before
     */
    <A> A gather(
            long index,
            int parameter,
            A start,
            Reductions.Gathering<A> gathering,
            WorkerMemory memory) {
        A soFar = start;
        int most = Math.max(1, loaded / block) * block;
        long begin = start(index);
        long end = Math.min(begin + run, elements);
        int count;
        for (long first = begin; first < end; first += count) {
            count = (int) Math.min(most, end - first);
            LoadedOperands chunk = LoadedOperands.of(operands, first, count, memory);
            BlockBuffers buffers = BlockBuffers.seen(chunk, first, block);
            for (int at = 0; at < count; at += block) {
                buffers.read(at, Math.min(block, count - at));
                soFar = gathering.add(soFar, parameter, buffers, memory);
            }
        }
        read.accept(end - begin);
        return soFar;
    }
}
