package io.terge.engine.execute;

import io.terge.api.Operand;
import io.terge.api.ParameterPlan;
import io.terge.engine.cost.WorkCut;
import io.terge.engine.execute.statistic.RunCut;
import io.terge.engine.operand.Operands;

/**
 * One parameter of a run.
 *
 * @param plan what is done
 * @param cut how the work is cut up
 * @param progress counts what has been read of it
 */
record ParameterJob(ParameterPlan plan, WorkCut cut, Progress.OfParameter progress) {

    /** How many elements the parameter has. */
    long elements() {
        return plan.output().elements();
    }

    /** The parameter in blocks, for statistics. */
    RunCut blocks(Operands operands) {
        return RunCut.ofBlocks(elements(), operands, cut.chunkElements(), this::read);
    }

    /** The parameter in rows of its last dimension, for statistics. */
    RunCut rows(Operands operands) {
        return blocks(operands).rows(Math.toIntExact(WorkCut.row(plan.output().shape())));
    }

    /** Counts elements that have been read of all operands. */
    void read(long count) {
        count(plan.action().bytesReadOnce(), count);
    }

    /** Counts elements that have been read of one operand. */
    void read(Operand operand, long count) {
        count(operand.bytesRead(), count);
    }

    // By elements: what a computed tensor reads is told for all of it.
    private void count(long bytesOfAll, long count) {
        if (elements() > 0) {
            progress.add(Math.round((double) bytesOfAll / elements() * count));
        }
    }
}
