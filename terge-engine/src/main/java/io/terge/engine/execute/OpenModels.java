package io.terge.engine.execute;

import static java.util.Objects.requireNonNull;

import io.terge.api.MergePlan;
import io.terge.api.ModelUse;
import io.terge.api.ParameterPlan;
import io.terge.engine.model.ModelHeaders;
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
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The models of a plan, open; each is opened once. Closes all of them, in reverse. */
final class OpenModels implements AutoCloseable {

    private record Opened(
            OpenModel model, ModelHeaders headers, Map<String, ParameterSpec> specs) {}

    private final Map<ModelReference, Opened> open = new LinkedHashMap<>();
    private final MergePlan plan;

    private OpenModels(MergePlan plan) {
        this.plan = plan;
    }

    /**
     * Opens the models of a plan.
     *
     * @throws TergeException with code {@code MODEL_CHANGED} if they are not as planned
     */
    static OpenModels of(MergePlan plan, ModelOpener opener) {
        OpenModels models = new OpenModels(plan);
        try {
            Stream.concat(plan.models().stream(), Stream.of(plan.base()))
                    .forEach(use -> models.open(use, opener));
            models.checkBase();
            plan.merged().forEach(models::checkInputs);
        } catch (RuntimeException | Error failure) {
            closeAfter(failure, models);
            throw failure;
        }
        return models;
    }

    /** What the base's headers say. */
    ModelHeaders base() {
        return opened(plan.base()).headers();
    }

    /** The base's parameter. */
    ModelTensor baseTensor(ParameterSpec planned) {
        return tensor(plan.base(), planned);
    }

    /** A model's parameter. */
    ModelTensor tensor(int index, ParameterSpec planned) {
        return tensor(plan.models().get(index), planned);
    }

    private ModelTensor tensor(ModelUse use, ParameterSpec planned) {
        OpenModel model = opened(use).model();
        Tensor tensor = model.tensor(planned.name());
        ParameterSpec spec =
                model.guard(
                        "describing '" + planned.name() + "'", () -> requireNonNull(tensor.spec()));
        if (!spec.equals(planned)) {
            throw model.broken("its tensor is %s, but its header %s".formatted(spec, planned));
        }
        return ModelTensor.of(model, planned, tensor);
    }

    private void open(ModelUse use, ModelOpener opener) {
        if (open.containsKey(use.reference())) {
            return;
        }
        OpenModel model = opener.open(use.reference(), use.adapter());
        try {
            ModelHeaders headers = model.headers();
            Map<String, ParameterSpec> specs =
                    headers.parameters().stream()
                            .collect(Collectors.toMap(ParameterSpec::name, Function.identity()));
            open.put(use.reference(), new Opened(model, headers, specs));
        } catch (RuntimeException | Error failure) {
            closeAfter(failure, model);
            throw failure;
        }
    }

    private void checkBase() {
        plan.parameters().forEach(parameter -> check(plan.base(), parameter.base()));
        Set<String> planned =
                plan.parameters().stream().map(p -> p.base().name()).collect(Collectors.toSet());
        opened(plan.base()).headers().parameters().stream()
                .filter(spec -> !planned.contains(spec.name()))
                .findFirst()
                .ifPresent(
                        spec -> {
                            throw changed(plan.base(), spec.name(), "it was not there then");
                        });
    }

    private void checkInputs(ParameterPlan.Merge merge) {
        merge.shares()
                .forEach(
                        share ->
                                check(
                                        plan.models().get(share.model()),
                                        merge.base().as(share.dtype())));
    }

    private void check(ModelUse use, ParameterSpec planned) {
        ParameterSpec now = opened(use).specs().get(planned.name());
        if (now == null) {
            throw changed(use, planned.name(), "it is not there any more");
        }
        if (!now.equals(planned)) {
            throw changed(use, planned.name(), "it was %s, it is %s".formatted(planned, now));
        }
    }

    private static TergeException changed(ModelUse use, String name, String how) {
        return new TergeException(
                Problem.of(
                                ErrorCode.MODEL_CHANGED,
                                "'%s' of %s has changed since the plan was made: %s"
                                        .formatted(name, use.reference().describe(), how))
                        .fix("plan again"));
    }

    private Opened opened(ModelUse use) {
        Opened opened = open.get(use.reference());
        if (opened == null) {
            throw new IllegalStateException("Not open: " + use.reference().describe());
        }
        return opened;
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
