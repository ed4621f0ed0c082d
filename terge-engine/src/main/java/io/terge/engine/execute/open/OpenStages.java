package io.terge.engine.execute.open;

import io.terge.api.MergeListener;
import io.terge.api.StagePlan;
import io.terge.engine.kernel.Kernels;
import io.terge.engine.model.Closing;
import io.terge.engine.model.HeldModels;
import io.terge.engine.model.ModelOpener;
import io.terge.engine.model.StageHeaders;
import io.terge.engine.stage.StageSource;

import java.util.ArrayList;
import java.util.List;

/** The stages of a plan, open; each may read the outputs of those before it. */
final class OpenStages implements AutoCloseable {

    private final List<OpenStage> stages = new ArrayList<>();

    private OpenStages() {}

    static OpenStages of(
            List<StagePlan> plans,
            ModelOpener opener,
            HeldModels held,
            Kernels kernels,
            MergeListener listener) {
        OpenStages open = new OpenStages();
        try {
            for (StagePlan plan : plans) {
                OpenModels models = OpenModels.of(plan.plan(), open, opener, held, listener);
                open.stages.add(
                        new OpenStage(
                                plan,
                                models,
                                new StageSource(plan, models::tensor, kernels),
                                new StageHeaders(plan, models::headers).headers()));
            }
        } catch (RuntimeException | Error failure) {
            OpenModels.closeAfter(failure, open);
            throw failure;
        }
        return open;
    }

    List<OpenStage> all() {
        return List.copyOf(stages);
    }

    /** Finds a stage, of which planning knew. */
    OpenStage named(String name) {
        return stages.stream()
                .filter(stage -> stage.plan().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No stage '%s'".formatted(name)));
    }

    @Override
    public void close() {
        List<AutoCloseable> open = new ArrayList<>();
        for (OpenStage stage : stages.reversed()) {
            open.add(stage.source());
            open.add(stage.models()::closeOwn);
        }
        Closing.all(open);
    }
}
