package io.terge.engine.execute;

import io.terge.api.MergePlan;
import io.terge.api.ModelUse;
import io.terge.engine.model.ModelOpener;
import io.terge.engine.model.OpenModel;
import io.terge.error.ErrorCode;
import io.terge.error.Problem;
import io.terge.error.TergeException;
import io.terge.model.ModelReference;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Tensor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The models of a plan, open; each is opened once. Closes all of them, in reverse. */
final class OpenModels implements AutoCloseable {

    private final Map<ModelReference, OpenModel> open = new LinkedHashMap<>();
    private final MergePlan plan;

    private OpenModels(MergePlan plan) {
        this.plan = plan;
    }

    static OpenModels of(MergePlan plan, ModelOpener opener) {
        OpenModels models = new OpenModels(plan);
        try {
            Stream.concat(plan.models().stream(), Stream.of(plan.base()))
                    .forEach(use -> models.open(use, opener));
        } catch (RuntimeException failure) {
            models.closeAfter(failure);
            throw failure;
        }
        return models;
    }

    /** The base. */
    OpenModel base() {
        return model(plan.base());
    }

    /** The base's parameter, which has to be as planned. */
    ModelTensor baseTensor(ParameterSpec planned) {
        return tensor(plan.base(), planned);
    }

    /** A model's parameter, which has to be as planned. */
    ModelTensor tensor(int index, ParameterSpec planned) {
        return tensor(plan.models().get(index), planned);
    }

    private ModelTensor tensor(ModelUse use, ParameterSpec planned) {
        Tensor tensor;
        try {
            tensor = model(use).tensor(planned.name());
        } catch (TergeException gone) {
            throw changed(use, planned, "it cannot be found any more", gone);
        }
        if (!tensor.spec().equals(planned)) {
            throw changed(
                    use,
                    planned,
                    "it is now " + tensor.spec(),
                    new IllegalStateException("planned: " + planned));
        }
        return new ModelTensor(use.reference(), tensor);
    }

    private static TergeException changed(
            ModelUse use, ParameterSpec planned, String how, Throwable cause) {
        return new TergeException(
                Problem.of(
                                ErrorCode.MODEL_CHANGED,
                                "'%s' of %s has changed since the plan was made: %s"
                                        .formatted(planned.name(), use.reference().describe(), how))
                        .fix("plan again"),
                cause);
    }

    private void open(ModelUse use, ModelOpener opener) {
        open.computeIfAbsent(use.reference(), reference -> opener.open(reference, use.adapter()));
    }

    private OpenModel model(ModelUse use) {
        OpenModel model = open.get(use.reference());
        if (model == null) {
            throw new IllegalStateException("Not open: " + use.reference().describe());
        }
        return model;
    }

    private void closeAfter(RuntimeException failure) {
        try {
            close();
        } catch (RuntimeException another) {
            failure.addSuppressed(another);
        }
    }

    @Override
    public void close() {
        List<RuntimeException> failures = new ArrayList<>();
        for (OpenModel model : new ArrayList<>(open.values()).reversed()) {
            try {
                model.close();
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
