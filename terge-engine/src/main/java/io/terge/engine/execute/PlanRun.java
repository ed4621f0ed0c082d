package io.terge.engine.execute;

import io.terge.api.MergeListener;
import io.terge.api.MergePlan;
import io.terge.api.ParameterPlan;
import io.terge.engine.cost.ExecutionSettings;
import io.terge.engine.cost.MemoryUse;
import io.terge.engine.cost.WorkCut;
import io.terge.engine.execute.open.OpenModels;
import io.terge.engine.kernel.Kernels;
import io.terge.engine.plugin.Registries;
import io.terge.engine.schedule.BlockScheduler;
import io.terge.engine.schedule.DiskReads;
import io.terge.engine.schedule.ReadAhead;
import io.terge.engine.schedule.WorkerMemory;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** The run of a plan and of its stages, one after the other, each on threads of its own. */
final class PlanRun {

    private static final Logger LOG = LoggerFactory.getLogger(PlanRun.class);

    /** A merge of fewer bytes is done before reading ahead has gained anything. */
    private static final long LEAST_AHEAD = 64 << 20;

    private final Registries plugins;
    private final ExecutionSettings settings;
    private final Kernels kernels;
    private final Progress progress;
    private final AtomicReference<@Nullable BlockScheduler> current = new AtomicReference<>();

    /**
     * Makes it.
     *
     * @param bytes how many are read in all
     * @param listener told of progress, on the calling thread
     */
    PlanRun(
            long bytes,
            Registries plugins,
            ExecutionSettings settings,
            Kernels kernels,
            MergeListener listener) {
        this.plugins = plugins;
        this.settings = settings;
        this.kernels = kernels;
        this.progress =
                new Progress(
                        listener,
                        bytes,
                        event -> Objects.requireNonNull(current.get()).announce(event));
    }

    /**
     * Surveys the models of a plan, and then works on its parameters.
     *
     * @param parameters those of the plan, in the types in which they are written
     * @param destination takes the parameters, and counts what is not finite
     * @param bytes how many are read of a parameter
     */
    MergeRecord run(
            MergePlan plan,
            List<ParameterPlan> parameters,
            OpenModels open,
            Function<ValueCounts, Destination> destination,
            ToLongFunction<ParameterPlan> bytes) {
        ExecutionSettings.Fitting fitting = settings.fitting(parameters);
        MemoryUse memory = fitting.memory();
        try (BlockScheduler scheduler = scheduler(memory)) {
            BlockScheduler.checkInterrupt();
            current.set(scheduler);
            List<ParameterJob> jobs =
                    parameters.stream()
                            .map(
                                    each ->
                                            new ParameterJob(
                                                    each,
                                                    WorkCut.of(each, fitting.settings()),
                                                    progress.of(each, bytes.applyAsLong(each))))
                            .toList();
            ValueCounts values = new ValueCounts();
            Surveys surveys = new Surveys(jobs, open, plugins);
            ParameterSteps steps =
                    new ParameterSteps(
                            open, plugins, surveys, destination.apply(values), values, plan.seed());
            scheduler.run(surveys.steps());
            try (ReadAhead ahead = ahead(plan, parameters, open)) {
                scheduler.run(steps.of(jobs, ahead::begun));
            }
            return MergeRecord.of(steps.outcomes(), surveys.records(), values.of(parameters));
        }
    }

    // In one pass, threads wait for the disk while others compute, and it is never idle for long.
    private static ReadAhead ahead(
            MergePlan plan, List<ParameterPlan> parameters, OpenModels open) {
        boolean pays =
                plan.bytesRead() > plan.bytesReadOnce()
                        && plan.bytesReadOnce() >= LEAST_AHEAD
                        && DiskReads.areCounted();
        return ReadAhead.of(
                pays ? open.ahead(parameters) : List.of(),
                ReadAhead.Limits.ofFiles(),
                DiskReads::ofThisThread);
    }

    /** How many bytes of weights have been read so far. */
    long bytesRead() {
        return progress.bytesRead();
    }

    private BlockScheduler scheduler(MemoryUse memory) {
        LOG.debug("Merging with {} on {} threads", kernels.describe(), memory.threads());
        int block = WorkCut.kernelBlock(settings);
        return new BlockScheduler(
                Math.max(1, memory.threads()),
                () -> new WorkerMemory(kernels, block, memory.scratch()),
                memory.forTensors());
    }
}
