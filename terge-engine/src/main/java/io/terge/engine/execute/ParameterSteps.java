package io.terge.engine.execute;

import io.terge.api.ParameterPlan;
import io.terge.engine.plugin.Plugin;
import io.terge.engine.plugin.Registries;
import io.terge.error.ErrorCode;
import io.terge.spi.MergeMethod;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Makes the steps of a plan: what is done for each parameter.
 *
 * @param open the models
 * @param plugins the methods
 * @param settings how work is cut up
 * @param writer writes the output
 * @param progress counts what has been read
 * @param memory for parameters that are held as a whole
 */
record ParameterSteps(
        OpenModels open,
        Registries plugins,
        ExecutionSettings settings,
        ParameterWriter writer,
        Progress progress,
        TensorMemory memory) {

    /** The step of one parameter. */
    BlockScheduler.Step of(ParameterPlan parameter) {
        WorkCut cut = WorkCut.of(parameter, settings);
        return worker -> memory.with(cut.tensorBytes(), () -> run(parameter, cut, worker));
    }

    private void run(ParameterPlan parameter, WorkCut cut, BlockScheduler.Worker worker) {
        Progress.OfParameter counted = progress.of(parameter);
        switch (parameter) {
            case ParameterPlan.Merge merge -> merge(merge, cut, worker, counted);
            case ParameterPlan.Copy copy -> copy(copy, cut, worker, counted);
        }
        counted.finish();
    }

    private void merge(
            ParameterPlan.Merge plan,
            WorkCut cut,
            BlockScheduler.Worker worker,
            Progress.OfParameter counted) {
        List<ModelTensor> inputs =
                plan.shares().stream()
                        .map(share -> open.tensor(share.model(), plan.base().as(share.dtype())))
                        .toList();
        Optional<ModelTensor> base =
                plan.usesBase() ? Optional.of(open.baseTensor(plan.base())) : Optional.empty();
        Plugin<MergeMethod> plugin =
                plugins.methods().require(plan.method(), ErrorCode.UNKNOWN_METHOD);
        String names =
                inputs.stream()
                        .map(input -> input.model().reference().describe())
                        .collect(Collectors.joining(", "));
        GuardedMethod method = new GuardedMethod(plugin, plan.output().name(), names);
        ParameterWork work =
                new ParameterWork(
                        plan.output(),
                        new ParameterTensors(inputs, base),
                        cut,
                        worker,
                        writer,
                        counted);
        method.merge(new BlockMerge(plan, work, method));
    }

    private void copy(
            ParameterPlan.Copy plan,
            WorkCut cut,
            BlockScheduler.Worker worker,
            Progress.OfParameter counted) {
        ModelTensor from = open.baseTensor(plan.base());
        ParameterTensors tensors = new ParameterTensors(List.of(from), Optional.empty());
        ParameterWork work =
                new ParameterWork(plan.output(), tensors, cut, worker, writer, counted);
        if (plan.base().dtype().equals(plan.output().dtype()) && from.stored().isPresent()) {
            work.copyBytes(from);
        } else {
            work.combine(0, new double[] {1});
        }
    }
}
