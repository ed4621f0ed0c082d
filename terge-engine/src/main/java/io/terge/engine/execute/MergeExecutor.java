package io.terge.engine.execute;

import static java.util.Objects.requireNonNull;

import io.terge.api.CompanionSettings;
import io.terge.api.MergeListener;
import io.terge.api.MergePlan;
import io.terge.api.NonFiniteValues;
import io.terge.api.OutputPlan;
import io.terge.engine.cost.ExecutionSettings;
import io.terge.engine.cost.MemoryUse;
import io.terge.engine.cost.WorkCut;
import io.terge.engine.execute.open.OpenModels;
import io.terge.engine.execute.open.PlannedPlugins;
import io.terge.engine.kernel.Kernels;
import io.terge.engine.model.Blueprints;
import io.terge.engine.model.ModelOpener;
import io.terge.engine.model.OpenTarget;
import io.terge.engine.model.TargetOpener;
import io.terge.engine.plugin.Registries;
import io.terge.engine.schedule.BlockScheduler;
import io.terge.engine.schedule.WorkerMemory;
import io.terge.error.Problem;
import io.terge.error.TergeException;
import io.terge.spi.format.ModelBlueprint;

import jakarta.inject.Inject;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** Runs a plan: surveys, then one step for each parameter, then the output is put at its place. */
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
     * @param listener told of progress, on the calling thread
     * @throws TergeException if anything fails; the output is then as it was
     */
    public MergeRecord execute(MergePlan plan, OutputPlan output, MergeListener listener) {
        AtomicReference<@Nullable MergeRecord> committed = new AtomicReference<>();
        List<Problem> warnings = new ArrayList<>();
        try {
            run(plan, output, listener, committed, warnings::add);
        } catch (TergeException failure) {
            if (committed.get() == null) {
                throw failure;
            }
            // Only closing is left behind the commit. To say that the merge failed would be wrong.
            LOG.warn(
                    "{} has been merged, but closing failed: ",
                    CompanionSettings.describe(output.target()),
                    failure);
        }
        return requireNonNull(committed.get(), "record").withWarnings(warnings);
    }

    private void run(
            MergePlan plan,
            OutputPlan output,
            MergeListener listener,
            AtomicReference<@Nullable MergeRecord> committed,
            Consumer<Problem> warnings) {
        new RunnablePlan(plan, output).check(settings, new PlannedPlugins(plugins));
        ExecutionSettings fitting = settings.fitting(plan.parameters());
        MemoryUse memory = fitting.memory(plan.parameters());
        try (OpenModels open = OpenModels.of(plan, models, listener);
                OpenTarget target = target(plan, output, open, warnings);
                BlockScheduler scheduler = scheduler(memory, kernelsFor(plan))) {
            BlockScheduler.checkInterrupt();
            Progress progress = new Progress(listener, plan.bytesRead(), scheduler::announce);
            List<ParameterJob> jobs =
                    plan.parameters().stream()
                            .map(
                                    each ->
                                            new ParameterJob(
                                                    each,
                                                    WorkCut.of(each, fitting),
                                                    progress.of(each)))
                            .toList();
            ValueCounts values = new ValueCounts();
            Surveys surveys = new Surveys(jobs, open, plugins);
            ParameterSteps steps =
                    new ParameterSteps(
                            open,
                            plugins,
                            surveys,
                            new ParameterWriter(target, values),
                            plan.seed());
            scheduler.run(surveys.steps());
            scheduler.run(jobs.stream().map(steps::of).toList());
            List<NonFiniteValues> nonFinite = values.of(plan.parameters());
            new NonFiniteProblems(plan).check(output.nonFinite(), nonFinite);
            MergeRecord merged =
                    new MergeRecord(
                            steps.outcomes(), surveys.records(), nonFinite, List.of(), List.of());
            BlockScheduler.checkInterrupt();
            open.checkUnchanged();
            target.commit();
            committed.set(merged);
            committed.set(merged.withReplaced(target.replaced()));
        }
    }

    private OpenTarget target(
            MergePlan plan, OutputPlan output, OpenModels open, Consumer<Problem> warnings) {
        ModelBlueprint blueprint =
                Blueprints.of(
                        plan.parameters(),
                        plan.base(),
                        open::headers,
                        output.dtype(),
                        output.shardSize(),
                        output.overwrite(),
                        output.backup());
        return targets.create(output.target(), output.adapter(), blueprint, warnings);
    }

    private BlockScheduler scheduler(MemoryUse memory, Kernels chosen) {
        LOG.debug("Merging with {} on {} threads", chosen.describe(), memory.threads());
        int block = WorkCut.kernelBlock(settings);
        return new BlockScheduler(
                Math.max(1, memory.threads()),
                () -> new WorkerMemory(chosen, block, memory.scratch()),
                memory.forTensors());
    }

    private Kernels kernelsFor(MergePlan plan) {
        boolean pays = bytesMerged.addAndGet(plan.bytesRead()) >= settings.vectorBytes();
        return pays ? kernels : Kernels.scalar();
    }
}
