package io.terge.engine;

import static java.util.Objects.requireNonNull;

import io.terge.api.CompanionSettings;
import io.terge.api.Lineage;
import io.terge.api.MergeListener;
import io.terge.api.MergePlan;
import io.terge.api.MergeReport;
import io.terge.api.MergeRequest;
import io.terge.api.Merger;
import io.terge.api.ModelDescription;
import io.terge.api.OutputPlan;
import io.terge.api.PluginDescription;
import io.terge.api.PreparedMerge;
import io.terge.engine.cost.FileLimit;
import io.terge.engine.cost.PeakMemory;
import io.terge.engine.execute.MergeExecutor;
import io.terge.engine.execute.MergeRecord;
import io.terge.engine.execute.NonFiniteProblems;
import io.terge.engine.lineage.LineageRecorder;
import io.terge.engine.model.HeldModels;
import io.terge.engine.model.ModelHeaders;
import io.terge.engine.model.ModelOpener;
import io.terge.engine.model.RequestSettings;
import io.terge.engine.plan.StagePlanner;
import io.terge.engine.plugin.Registries;
import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.model.ModelReference;
import io.terge.spi.format.Companion;

import jakarta.inject.Inject;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;

/** The whole story: a request becomes a plan, the plan is run, what was done is recorded. */
final class DefaultMerger implements Merger {

    private static final Logger LOG = LoggerFactory.getLogger(DefaultMerger.class);

    private final StagePlanner planner;
    private final MergeExecutor executor;
    private final LineageRecorder recorder;
    private final ModelOpener opener;
    private final Registries plugins;

    @Inject
    DefaultMerger(
            StagePlanner planner,
            MergeExecutor executor,
            LineageRecorder recorder,
            ModelOpener opener,
            Registries plugins) {
        this.planner = planner;
        this.executor = executor;
        this.recorder = recorder;
        this.opener = opener;
        this.plugins = plugins;
    }

    @Override
    public MergePlan plan(MergeRequest request, MergeListener listener) {
        requireNonNull(request, "request");
        requireNonNull(listener, "listener");
        return plan(request, listener, HeldModels.none());
    }

    private MergePlan plan(MergeRequest request, MergeListener listener, HeldModels held) {
        MergePlan plan = keepingInterrupt(() -> planner.plan(request, listener, held));
        LOG.debug(
                "Planned: {} of {} parameters are merged",
                plan.merged().count(),
                plan.parameters().size());
        return plan;
    }

    @Override
    public MergeReport merge(MergePlan plan, MergeListener listener) {
        requireNonNull(plan, "plan");
        requireNonNull(listener, "listener");
        return merge(
                plan,
                listener,
                output -> {
                    executor.check(plan, output);
                    return executor.execute(plan, output, HeldModels.none(), listener);
                });
    }

    @Override
    public PreparedMerge prepare(MergeRequest request, MergeListener listener) {
        requireNonNull(request, "request");
        requireNonNull(listener, "listener");
        HeldModels held = HeldModels.upTo(FileLimit.ofThisProcess());
        try {
            return new Prepared(plan(request, listener, held), held);
        } catch (RuntimeException | Error failure) {
            try (held) {
                throw failure;
            }
        }
    }

    /** A plan of this merger, with its models. */
    private final class Prepared implements PreparedMerge {

        private final MergePlan plan;
        private final HeldModels held;

        Prepared(MergePlan plan, HeldModels held) {
            this.plan = plan;
            this.held = held;
        }

        @Override
        public MergePlan plan() {
            return plan;
        }

        @Override
        public MergeReport run(MergeListener listener) {
            requireNonNull(listener, "listener");
            return merge(plan, listener, output -> executor.execute(plan, output, held, listener));
        }

        @Override
        public void close() {
            held.close();
        }
    }

    private MergeReport merge(
            MergePlan plan, MergeListener listener, Function<OutputPlan, MergeRecord> run) {
        OutputPlan output = plan.output().orElseThrow(DefaultMerger::noOutput);
        long start = System.nanoTime();
        listener.started(plan);
        MergeRecord record = telling(listener, () -> keepingInterrupt(() -> run.apply(output)));
        Lineage lineage = recorder.record(plan, record);
        MergeReport report =
                new MergeReport(
                        CompanionSettings.without(output.target()),
                        lineage,
                        Math.toIntExact(plan.copied()),
                        Math.toIntExact(plan.tied()),
                        record.bytesRead(),
                        plan.bytesWritten(),
                        Duration.ofNanos(System.nanoTime() - start),
                        PeakMemory.ofThisProcess(),
                        plan.omissions(),
                        record.allReplaced(),
                        warnings(plan, record),
                        record.nonFinite());
        LOG.debug("Merged into {} in {}", report.output().describe(), report.elapsed());
        listener.finished(report);
        return report;
    }

    private static List<Problem> warnings(MergePlan plan, MergeRecord record) {
        List<Problem> warnings = new ArrayList<>(plan.warnings());
        warnings.addAll(new NonFiniteProblems(plan).warnings(record.nonFinite()));
        warnings.addAll(record.warnings());
        return warnings;
    }

    @Override
    public ModelDescription inspect(
            ModelReference reference,
            Optional<String> adapter,
            Map<String, String> adapterSettings) {
        requireNonNull(reference, "reference");
        requireNonNull(adapter, "adapter");
        RequestSettings settings =
                opener.settings(requireNonNull(adapterSettings, "adapterSettings"));
        ModelHeaders headers =
                keepingInterrupt(
                        () -> opener.headers(reference, adapter, settings, MergeListener.none()));
        return new ModelDescription(
                headers.reference(),
                headers.adapter(),
                headers.parameters(),
                new TreeMap<>(headers.ties()),
                new TreeMap<>(headers.metadata()),
                headers.details(),
                headers.companions().stream().map(Companion::name).sorted().toList(),
                headers.warnings());
    }

    @Override
    public List<PluginDescription> plugins() {
        return plugins.describe();
    }

    // A plugin that was interrupted has taken the status; the caller is to find it.
    private static <T> T keepingInterrupt(Supplier<T> work) {
        try {
            return work.get();
        } catch (TergeException failure) {
            if (failure.code() == TergeCode.CANCELLED) {
                Thread.currentThread().interrupt();
            }
            throw failure;
        }
    }

    private static <T> T telling(MergeListener listener, Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException failure) {
            try {
                listener.failed(failure);
            } catch (RuntimeException another) {
                failure.addSuppressed(another);
            }
            throw failure;
        }
    }

    private static TergeException noOutput() {
        return new TergeException(
                Problem.of(TergeCode.NO_OUTPUT, "The plan has no output")
                        .fix(
                                "specify an output (--out or --in-place, in Java .to(...) or"
                                        + " .inPlace()) and plan again"));
    }
}
