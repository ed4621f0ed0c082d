package io.terge.engine.execute;

import io.terge.api.Action;
import io.terge.engine.execute.open.OpenModels;
import io.terge.engine.operand.LinearTerms;
import io.terge.engine.operand.OperandTensor;
import io.terge.engine.schedule.BlockScheduler;
import io.terge.tensor.DType;

/**
 * Writes parameters.
 *
 * @param open the models
 * @param writer where they go
 */
record WrittenParameters(OpenModels open, ParameterWriter writer) implements Destination {

    @Override
    public void merged(ParameterJob job, Merged merged, BlockScheduler.Worker worker) {
        new OutputEvaluation(job, worker, writer)
                .evaluate(merged.output(), merged.operands(), merged.method());
    }

    @Override
    public void copied(ParameterJob job, Action.Copy copy, BlockScheduler.Worker worker) {
        OperandTensor from = open.tensor(copy.from());
        OutputEvaluation evaluation = new OutputEvaluation(job, worker, writer);
        DType stored = copy.from().stored().dtype();
        if (stored.equals(job.plan().output().dtype()) && from.bytes().isPresent()) {
            evaluation.copyBytes(from);
        } else {
            evaluation.combine(LinearTerms.copyOf(from));
        }
    }
}
