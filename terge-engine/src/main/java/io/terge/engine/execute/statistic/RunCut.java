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
 */
public record RunCut(
        long elements, Operands operands, int loaded, LongConsumer read, int block, long run) {

    private static final int RUN = 64 * WorkCut.STATISTIC_BLOCK;

    /** Cuts a parameter into blocks of a fixed size. */
    public static RunCut ofBlocks(long elements, Operands operands, int loaded, LongConsumer read) {
        return new RunCut(elements, operands, loaded, read, WorkCut.STATISTIC_BLOCK, RUN);
    }

    /** Cuts it into rows of this length instead. */
    public RunCut rows(int row) {
        return new RunCut(
                elements, operands, loaded, read, row, Math.max(1, RUN / row) * (long) row);
    }

    /** How many runs there are. */
    long runs() {
        return (elements + run - 1) / run;
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
        long end = Math.min((index + 1) * run, elements);
        int count;
        for (long first = index * run; first < end; first += count) {
            count = (int) Math.min(most, end - first);
            LoadedOperands chunk = LoadedOperands.of(operands, first, count, memory);
            BlockBuffers buffers = BlockBuffers.seen(chunk, first, block);
            for (int at = 0; at < count; at += block) {
                buffers.read(at, Math.min(block, count - at));
                soFar = gathering.add(soFar, parameter, buffers, memory);
            }
        }
        read.accept(end - index * run);
        return soFar;
    }
}
