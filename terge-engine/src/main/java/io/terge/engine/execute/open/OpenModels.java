package io.terge.engine.execute.open;

import io.terge.api.Action;
import io.terge.api.MergeListener;
import io.terge.api.MergePlan;
import io.terge.api.ModelUse;
import io.terge.api.Operand;
import io.terge.api.ParameterPlan;
import io.terge.engine.kernel.Kernels;
import io.terge.engine.model.Closing;
import io.terge.engine.model.HeldModels;
import io.terge.engine.model.ModelHeaders;
import io.terge.engine.model.ModelOpener;
import io.terge.engine.model.OpenModel;
import io.terge.engine.model.ReplacedFiles;
import io.terge.engine.model.RequestSettings;
import io.terge.engine.operand.OperandTensor;
import io.terge.engine.operand.Operands;
import io.terge.engine.schedule.ReadAhead;
import io.terge.error.TergeException;
import io.terge.model.ModelReference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The models of a plan, open; each is opened once. Closes all of them, in reverse. */
public final class OpenModels implements AutoCloseable {

    private record Opened(OpenModel model, ModelHeaders headers, boolean isPlanned) {}

    // One model may be read by two adapters.
    private record Place(ModelReference reference, String adapter) {}

    private final Map<Place, Opened> open = new LinkedHashMap<>();
    // By their places in the plan: every operand asks for one.
    private final List<Opened> planned = new ArrayList<>();
    private final MergePlan plan;
    private final OpenStages stages;

    private OpenModels(MergePlan plan, OpenStages stages) {
        this.plan = plan;
        this.stages = stages;
    }

    /**
     * Opens the models of a plan and of its stages.
     *
     * @param held models that may be open already, as they were when the plan was made
     * @param kernels make the loops over numbers of stages
     * @throws io.terge.error.TergeException with code {@code MODEL_CHANGED} if they are not as
     *     planned
     */
    public static OpenModels of(
            MergePlan plan,
            ModelOpener opener,
            HeldModels held,
            Kernels kernels,
            MergeListener listener) {
        OpenStages stages = OpenStages.of(plan.stages(), opener, held, kernels, listener);
        try {
            return of(plan, stages, opener, held, listener);
        } catch (RuntimeException | Error failure) {
            closeAfter(failure, stages);
            throw failure;
        }
    }

    /** Opens the models of a plan, some of which are outputs of stages. */
    static OpenModels of(
            MergePlan plan,
            OpenStages stages,
            ModelOpener opener,
            HeldModels held,
            MergeListener listener) {
        OpenModels models = new OpenModels(plan, stages);
        try {
            RequestSettings settings = opener.settings(plan.adapterSettings());
            ModelOpener together = opener.ofSeveral();
            plan.models().forEach(use -> models.open(use, together, held, settings, listener));
            plan.models().forEach(use -> models.planned.add(models.opened(use)));
            models.check();
            plan.output().ifPresent(output -> models.checkKept(output.target()));
        } catch (RuntimeException | Error failure) {
            closeAfter(failure, models::closeOwn);
            throw failure;
        }
        return models;
    }

    // Those that are open since they were planned are as planned.
    private void check() {
        if (open.values().stream().allMatch(Opened::isPlanned)) {
            return;
        }
        PlannedModels asPlanned = PlannedModels.of(plan);
        for (int index = 0; index < planned.size(); index++) {
            if (!planned.get(index).isPlanned()) {
                asPlanned.check(index, planned.get(index).headers());
            }
        }
    }

    /** The stages of the plan, in order. */
    public List<OpenStage> stages() {
        return stages.all();
    }

    /** What a model's headers say. */
    public ModelHeaders headers(int index) {
        return planned.get(index).headers();
    }

    /** The operands of a merge. */
    public Operands operands(Action.Merge merge) {
        return new Operands(
                merge.inputs().stream().map(this::tensor).toList(), merge.base().map(this::tensor));
    }

    /** The tensor of an operand. */
    public OperandTensor tensor(Operand operand) {
        return OperandTensor.of(planned.get(operand.model()).model(), operand);
    }

    /** Whether an operand is of the output of a stage. */
    boolean isOfStage(Operand operand) {
        return plan.models().get(operand.model()).reference().stage().isPresent();
    }

    /** What is read ahead for parameters, in their order. */
    public List<ReadAhead.Part> ahead(List<ParameterPlan> parameters) {
        return parameters.stream()
                .<ReadAhead.Part>map(parameter -> new Ahead(parameter, this))
                .toList();
    }

    /**
     * Checks that no model has changed while it was read.
     *
     * @throws io.terge.error.TergeException with code {@code MODEL_CHANGED} if one has
     */
    public void checkUnchanged() {
        stages.all().forEach(stage -> stage.models().checkOwn());
        checkOwn();
    }

    private void checkOwn() {
        open.values().forEach(opened -> opened.model().checkUnchanged());
    }

    private void checkKept(ModelReference target) {
        ModelReference base = planned.get(plan.base()).model().reference();
        ReplacedFiles replaced = ReplacedFiles.of(target, base);
        for (Opened opened : open.values()) {
            replaced.problem(opened.model().reference(), opened.headers())
                    .ifPresent(
                            problem -> {
                                throw new TergeException(problem);
                            });
        }
    }

    private void open(
            ModelUse use,
            ModelOpener opener,
            HeldModels held,
            RequestSettings settings,
            MergeListener listener) {
        if (open.containsKey(place(use))) {
            return;
        }
        if (use.reference().stage().isPresent()) {
            OpenStage stage = stages.named(use.reference().stage().get());
            OpenModel output = opener.opened(use.reference(), use.adapter(), stage.source());
            open.put(place(use), new Opened(output, stage.headers(), false));
            return;
        }
        Optional<HeldModels.Held> kept = held.take(use.reference(), use.adapter());
        if (kept.isPresent()) {
            open.put(place(use), new Opened(kept.get().model(), kept.get().headers(), true));
            return;
        }
        OpenModel model = opener.open(use.reference(), use.adapter(), settings, listener);
        try {
            open.put(place(use), new Opened(model, model.headers(), false));
        } catch (RuntimeException | Error failure) {
            closeAfter(failure, model);
            throw failure;
        }
    }

    private Opened opened(ModelUse use) {
        Opened opened = open.get(place(use));
        if (opened == null) {
            throw new IllegalStateException("Not open: " + use.reference().describe());
        }
        return opened;
    }

    private static Place place(ModelUse use) {
        return new Place(use.reference(), use.adapter());
    }

    static void closeAfter(Throwable failure, AutoCloseable open) {
        try {
            open.close();
        } catch (Exception another) {
            failure.addSuppressed(another);
        }
    }

    @Override
    public void close() {
        try (stages) {
            closeOwn();
        }
    }

    // Outputs of stages are closed with the stages: several plans may read one.
    void closeOwn() {
        Closing.all(
                new ArrayList<>(open.values())
                        .reversed().stream()
                                .map(Opened::model)
                                .filter(model -> model.reference().stage().isEmpty())
                                .toList());
    }
}
