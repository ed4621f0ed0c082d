package io.terge.engine.execute;

import io.terge.engine.cost.WorkCut;
import io.terge.engine.schedule.WorkerMemory;

/**
 * How a parameter is cut up for statistics: into runs of blocks, whose sizes depend on its shape
 * alone.
 *
 * @param job the parameter
 * @param operands its numbers
 * @param block how many elements a block has
 * @param run how many elements a run has: a whole number of blocks
 */
record RunCut(ParameterJob job, Operands operands, int block, long run) {

    private static final int RUN = 64 * WorkCut.STATISTIC_BLOCK;

    /** Cuts a parameter into blocks of a fixed size. */
    static RunCut ofBlocks(ParameterJob job, Operands operands) {
        return new RunCut(job, operands, WorkCut.STATISTIC_BLOCK, RUN);
    }

    /** Cuts a parameter into rows of its last dimension. */
    static RunCut ofRows(ParameterJob job, Operands operands) {
        int row = Math.toIntExact(WorkCut.row(job.plan().output().shape()));
        return new RunCut(job, operands, row, Math.max(1, RUN / row) * (long) row);
    }

    /** How many runs there are. */
    long runs() {
        return (job.elements() + run - 1) / run;
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
        int most = Math.max(1, job.cut().chunkElements() / block) * block;
        long end = Math.min((index + 1) * run, job.elements());
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
        job.read(end - index * run);
        return soFar;
    }
}
