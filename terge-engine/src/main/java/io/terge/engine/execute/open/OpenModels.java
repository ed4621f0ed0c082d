package io.terge.engine.execute.open;

import io.terge.api.Action;
import io.terge.api.MergeListener;
import io.terge.api.MergePlan;
import io.terge.api.ModelUse;
import io.terge.api.Operand;
import io.terge.engine.model.ModelHeaders;
import io.terge.engine.model.ModelOpener;
import io.terge.engine.model.OpenModel;
import io.terge.engine.model.ReplacedFiles;
import io.terge.engine.model.RequestSettings;
import io.terge.engine.operand.OperandTensor;
import io.terge.engine.operand.Operands;
import io.terge.error.TergeException;
import io.terge.model.ModelReference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The models of a plan, open; each is opened once. Closes all of them, in reverse. */
public final class OpenModels implements AutoCloseable {

    private record Opened(OpenModel model, ModelHeaders headers) {}

    // One model may be read by two adapters.
    private record Place(ModelReference reference, String adapter) {}

    private final Map<Place, Opened> open = new LinkedHashMap<>();
    private final MergePlan plan;

    private OpenModels(MergePlan plan) {
        this.plan = plan;
    }

    /**
     * Opens the models of a plan.
     *
     * @throws io.terge.error.TergeException with code {@code MODEL_CHANGED} if they are not as
     *     planned
     */
    public static OpenModels of(MergePlan plan, ModelOpener opener, MergeListener listener) {
        OpenModels models = new OpenModels(plan);
        try {
            RequestSettings settings = opener.settings(plan.adapterSettings());
            plan.models().forEach(use -> models.open(use, opener, settings, listener));
            PlannedModels planned = PlannedModels.of(plan);
            for (int index = 0; index < plan.models().size(); index++) {
                planned.check(index, models.headers(index));
            }
            plan.output().ifPresent(output -> models.checkKept(output.target()));
        } catch (RuntimeException | Error failure) {
            closeAfter(failure, models);
            throw failure;
        }
        return models;
    }

    /** What a model's headers say. */
    public ModelHeaders headers(int index) {
        return opened(plan.models().get(index)).headers();
    }

    /** The operands of a merge. */
    public Operands operands(Action.Merge merge) {
        return new Operands(
                merge.inputs().stream().map(this::tensor).toList(), merge.base().map(this::tensor));
    }

    /** The tensor of an operand. */
    public OperandTensor tensor(Operand operand) {
        return OperandTensor.of(opened(plan.models().get(operand.model())).model(), operand);
    }

    /**
     * Checks that no model has changed while it was read.
     *
     * @throws io.terge.error.TergeException with code {@code MODEL_CHANGED} if one has
     */
    public void checkUnchanged() {
        open.values().forEach(opened -> opened.model().checkUnchanged());
    }

    private void checkKept(ModelReference target) {
        ModelReference base = opened(plan.models().get(plan.base())).model().reference();
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
            ModelUse use, ModelOpener opener, RequestSettings settings, MergeListener listener) {
        if (open.containsKey(place(use))) {
            return;
        }
        OpenModel model = opener.open(use.reference(), use.adapter(), settings, listener);
        try {
            open.put(place(use), new Opened(model, model.headers()));
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

    private static void closeAfter(Throwable failure, AutoCloseable open) {
        try {
            open.close();
        } catch (Exception another) {
            failure.addSuppressed(another);
        }
    }

    @Override
    public void close() {
        List<RuntimeException> failures = new ArrayList<>();
        for (Opened opened : new ArrayList<>(open.values()).reversed()) {
            try {
                opened.model().close();
            } catch (RuntimeException failure) {
                failures.add(failure);
            }
        }
        if (!failures.isEmpty()) {
            RuntimeException first = failures.removeFirst();
            failures.forEach(first::addSuppressed);
            throw first;
        }
    }
}
