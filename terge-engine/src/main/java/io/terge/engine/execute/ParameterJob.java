package io.terge.engine.execute;

import io.terge.api.Action;
import io.terge.api.Operand;
import io.terge.api.ParameterPlan;
import io.terge.engine.cost.WorkCut;

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

    /** Counts elements that have been read of all operands. */
    void read(long count) {
        int passes = plan.action() instanceof Action.Merge merge ? merge.passes() : 1;
        count(plan.bytesRead() / passes, count);
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
