package io.terge.engine.execute;

import io.terge.api.Action;
import io.terge.api.ParameterPlan;
import io.terge.api.StagePlan;
import io.terge.engine.schedule.BlockScheduler;
import io.terge.engine.stage.StageSource;

/**
 * Prepares parameters of a stage: those that are computed once are stored, of the others it is kept
 * how they are computed.
 *
 * @param stage the stage
 * @param source what later merges read
 * @param stored writes what is stored
 */
record StagedParameters(StagePlan stage, StageSource source, ParameterWriter stored)
        implements Destination {

    @Override
    public void merged(ParameterJob job, Merged merged, BlockScheduler.Worker worker) {
        ParameterPlan plan = job.plan();
        if (stage.isStored(plan)) {
            new OutputEvaluation(job, worker, stored)
                    .evaluate(merged.output(), merged.operands(), merged.method());
        } else {
            source.add(plan.output(), merged.output(), merged.operands(), merged.method());
        }
    }

    @Override
    public void copied(ParameterJob job, Action.Copy copy, BlockScheduler.Worker worker) {
        // Read where it is.
    }
}
