package io.terge.engine.execute;

import static java.util.Objects.requireNonNull;

import io.terge.api.CompanionSettings;
import io.terge.api.MergeListener;
import io.terge.api.MergePlan;
import io.terge.api.OutputPlan;
import io.terge.api.ParameterPlan;
import io.terge.engine.cost.ExecutionSettings;
import io.terge.engine.execute.open.OpenModels;
import io.terge.engine.execute.open.OpenStage;
import io.terge.engine.execute.open.PlannedPlugins;
import io.terge.engine.kernel.Kernels;
import io.terge.engine.model.Blueprints;
import io.terge.engine.model.HeldModels;
import io.terge.engine.model.ModelOpener;
import io.terge.engine.model.OpenTarget;
import io.terge.engine.model.TargetOpener;
import io.terge.engine.plugin.Registries;
import io.terge.engine.schedule.BlockScheduler;
import io.terge.error.Problem;
import io.terge.error.TergeException;
import io.terge.model.RecipeText;
import io.terge.spi.format.ModelBlueprint;

import jakarta.inject.Inject;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Runs a plan: its stages are prepared, then there are surveys, then one step for each parameter,
 * then the output is put at its place.
 */
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
     * Checks a plan that need not have been made by this merger, or just now.
     *
     * @throws TergeException if it cannot be run
     */
    public void check(MergePlan plan, OutputPlan output) {
        new RunnablePlan(plan, output).check(settings, new PlannedPlugins(plugins));
    }

    /**
     * Runs a plan that has been checked.
     *
     * @param held models that may be open already, as they were when the plan was made
     * @param listener told of progress, on the calling thread
     * @throws TergeException if anything fails; the output is then as it was
     */
    public MergeRecord execute(
            MergePlan plan, OutputPlan output, HeldModels held, MergeListener listener) {
        AtomicReference<@Nullable MergeRecord> committed = new AtomicReference<>();
        List<Problem> warnings = new ArrayList<>();
        List<String> kept = new ArrayList<>();
        try {
            run(plan, output, held, listener, committed, kept, warnings::add);
        } catch (TergeException failure) {
            if (committed.get() == null) {
                kept.forEach(stage -> LOG.warn("{} was written before the failure", stage));
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
            HeldModels held,
            MergeListener listener,
            AtomicReference<@Nullable MergeRecord> committed,
            List<String> kept,
            Consumer<Problem> warnings) {
        Kernels chosen = kernelsFor(plan);
        PlanRun run = new PlanRun(plan.bytesRead(), plugins, settings, chosen, listener);
        try (OpenModels open = OpenModels.of(plan, models, held, chosen, listener);
                OpenTarget target = target(plan, output, open, warnings)) {
            BlockScheduler.checkInterrupt();
            StageRuns.Writing writing =
                    (stage, to) -> {
                        MergeRecord record = keep(stage, to, run, warnings);
                        kept.add(CompanionSettings.describe(to.target()));
                        return record;
                    };
            SequencedMap<String, MergeRecord> stages =
                    new StageRuns(run, writing, models, listener)
                            .prepare(open.stages(), output.target());
            MergeRecord merged =
                    write(plan, output, open, target, run)
                            .withStages(stages)
                            .withBytesRead(run.bytesRead());
            open.checkUnchanged();
            target.commit();
            committed.set(merged);
            committed.set(merged.withReplaced(target.replaced()));
        }
    }

    private MergeRecord keep(
            OpenStage stage, OutputPlan output, PlanRun run, Consumer<Problem> warnings) {
        MergePlan plan = stage.plan().plan();
        try (OpenTarget target = target(plan, output, stage.models(), warnings)) {
            MergeRecord merged = write(plan, output, stage.models(), target, run);
            stage.models().checkUnchanged();
            target.commit();
            return merged.withReplaced(target.replaced());
        }
    }

    private static MergeRecord write(
            MergePlan plan, OutputPlan output, OpenModels open, OpenTarget target, PlanRun run) {
        MergeRecord merged =
                run.run(
                        plan,
                        plan.parameters(),
                        open,
                        values ->
                                new WrittenParameters(
                                        open, new ParameterWriter(target::write, values)),
                        ParameterPlan::bytesRead);
        new NonFiniteProblems(plan).check(output.nonFinite(), merged.nonFinite());
        BlockScheduler.checkInterrupt();
        return merged;
    }

    private OpenTarget target(
            MergePlan plan, OutputPlan output, OpenModels open, Consumer<Problem> warnings) {
        ModelBlueprint blueprint =
                Blueprints.of(
                                plan.parameters(),
                                plan.layerPattern(),
                                plan.base(),
                                open::headers,
                                output.dtype(),
                                output.shardSize(),
                                output.overwrite(),
                                output.backup())
                        .withRecipe(plan.recipe().flatMap(RecipeText::kept));
        return targets.create(output.target(), output.adapter(), blueprint, warnings);
    }

    private Kernels kernelsFor(MergePlan plan) {
        boolean pays = bytesMerged.addAndGet(plan.bytesReadOnce()) >= settings.vectorBytes();
        return pays ? kernels : Kernels.scalar();
    }
}
