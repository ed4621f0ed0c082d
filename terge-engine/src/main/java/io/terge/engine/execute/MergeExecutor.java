package io.terge.engine.execute;

import io.terge.api.MergeListener;
import io.terge.api.MergePlan;
import io.terge.api.OutputPlan;
import io.terge.api.ParameterPlan;
import io.terge.engine.kernel.Kernels;
import io.terge.engine.model.ModelHeaders;
import io.terge.engine.model.ModelOpener;
import io.terge.engine.model.OpenTarget;
import io.terge.engine.model.TargetOpener;
import io.terge.engine.plugin.Registries;
import io.terge.error.TergeException;
import io.terge.spi.ModelBlueprint;
import io.terge.tensor.ParameterSpec;

import jakarta.inject.Inject;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** Runs a plan: one step for each parameter, then the output is put at its place. */
public final class MergeExecutor {

    private static final Logger LOG = LoggerFactory.getLogger(MergeExecutor.class);

    private final ModelOpener models;
    private final TargetOpener targets;
    private final Registries plugins;
    private final ExecutionSettings settings;
    private final Kernels kernels;
    private final AtomicLong bytesMerged = new AtomicLong();

    @Inject
    MergeExecutor(
            ModelOpener models,
            TargetOpener targets,
            Registries plugins,
            ExecutionSettings settings,
            Kernels kernels) {
        this.models = models;
        this.targets = targets;
        this.plugins = plugins;
        this.settings = settings;
        this.kernels = kernels;
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
        ExecutionSettings fitting = settings.fitting(plan.parameters());
        MemoryUse memory = fitting.memory(plan.parameters());
        Kernels chosen = kernelsFor(plan);
        LOG.debug("Merging with {} on {} threads", chosen.describe(), memory.threads());
        int block = WorkCut.kernelBlock(settings);
        try (OpenModels open = OpenModels.of(plan, models);
                OpenTarget target =
                        targets.create(
                                output.target(),
                                output.adapter(),
                                blueprint(plan, output, open.base()));
                BlockScheduler scheduler =
                        new BlockScheduler(
                                Math.max(1, memory.threads()),
                                () -> new Scratch(chosen, block, memory.scratch()))) {
            BlockScheduler.checkInterrupt();
            Progress progress = new Progress(listener, plan.bytesRead(), scheduler::announce);
            ParameterSteps steps =
                    new ParameterSteps(
                            open,
                            plugins,
                            fitting,
                            new ParameterWriter(target),
                            progress,
                            TensorMemory.of(memory.forTensors()));
            scheduler.run(plan.parameters().stream().map(steps::of).toList());
            BlockScheduler.checkInterrupt();
            target.commit();
            committed.set(true);
        }
    }

    private Kernels kernelsFor(MergePlan plan) {
        boolean pays = bytesMerged.addAndGet(plan.bytesRead()) >= settings.vectorBytes();
        return pays ? kernels : Kernels.scalar();
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
