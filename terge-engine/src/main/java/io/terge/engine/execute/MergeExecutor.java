package io.terge.engine.execute;

import io.terge.api.MergeListener;
import io.terge.api.MergePlan;
import io.terge.api.OutputPlan;
import io.terge.api.ParameterPlan;
import io.terge.engine.model.ModelHeaders;
import io.terge.engine.model.ModelOpener;
import io.terge.engine.model.OpenTarget;
import io.terge.engine.model.TargetOpener;
import io.terge.engine.plugin.Plugin;
import io.terge.engine.plugin.Registries;
import io.terge.error.ErrorCode;
import io.terge.error.TergeException;
import io.terge.spi.MergeMethod;
import io.terge.spi.ModelBlueprint;
import io.terge.tensor.ParameterSpec;

import jakarta.inject.Inject;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Runs a plan: one step for each parameter, then the output is put at its place. */
public final class MergeExecutor {

    private static final Logger LOG = LoggerFactory.getLogger(MergeExecutor.class);

    private final ModelOpener models;
    private final TargetOpener targets;
    private final Registries plugins;
    private final ExecutionSettings settings;

    @Inject
    MergeExecutor(
            ModelOpener models,
            TargetOpener targets,
            Registries plugins,
            ExecutionSettings settings) {
        this.models = models;
        this.targets = targets;
        this.plugins = plugins;
        this.settings = settings;
    }

    /**
     * Runs a plan.
     *
     * @throws TergeException if anything fails; the output is then as it was
     */
    public void execute(MergePlan plan, OutputPlan output, MergeListener listener) {
        AtomicBoolean committed = new AtomicBoolean();
        try {
            run(plan, output, listener, committed);
        } catch (TergeException failure) {
            if (!committed.get()) {
                throw failure;
            }
            // Only closing is left behind the commit. To say that the merge failed would be wrong.
            LOG.warn("{} is merged, but then: ", output.target().describe(), failure);
        }
    }

    private void run(
            MergePlan plan, OutputPlan output, MergeListener listener, AtomicBoolean committed) {
        Progress progress = new Progress(listener, plan.bytesRead());
        try (OpenModels open = OpenModels.of(plan, models);
                OpenTarget target =
                        targets.create(
                                output.target(),
                                output.adapter(),
                                blueprint(plan, output, open.base()));
                BlockScheduler scheduler = new BlockScheduler(settings.threads())) {
            ParameterWriter writer = new ParameterWriter(scheduler, settings, target);
            for (ParameterPlan parameter : plan.parameters()) {
                BlockScheduler.checkInterrupt();
                switch (parameter) {
                    case ParameterPlan.Merge merge -> merge(merge, open, writer, progress);
                    case ParameterPlan.Copy copy -> copy(copy, open, writer, progress);
                }
                progress.finished(parameter);
            }
            BlockScheduler.checkInterrupt();
            target.commit();
            committed.set(true);
        }
    }

    private void merge(
            ParameterPlan.Merge plan, OpenModels open, ParameterWriter writer, Progress progress) {
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
        Consumer<Chunk> done = progress.of(plan, plan.output().elements());
        method.merge(new BlockMerge(plan, inputs, base, writer, done, method));
    }

    private static void copy(
            ParameterPlan.Copy plan, OpenModels open, ParameterWriter writer, Progress progress) {
        ModelTensor from = open.baseTensor(plan.base());
        Optional<MemorySegment> bytes =
                plan.base().dtype().equals(plan.output().dtype()) ? from.bytes() : Optional.empty();
        if (bytes.isPresent()) {
            writer.copy(from, bytes.get(), progress.of(plan, plan.base().byteSize()));
            return;
        }
        writer.write(
                plan.output(),
                longest -> {
                    double[] numbers = new double[longest];
                    return (start, length) -> {
                        from.read(start, numbers, length);
                        return numbers;
                    };
                },
                progress.of(plan, plan.output().elements()));
    }

    private static ModelBlueprint blueprint(MergePlan plan, OutputPlan output, ModelHeaders base) {
        List<ParameterSpec> parameters =
                plan.parameters().stream().map(ParameterPlan::output).toList();
        return new ModelBlueprint(
                parameters,
                base.metadata(),
                base.companions(),
                output.shardSize(),
                output.overwrite());
    }
}
