package io.terge.api;

import io.terge.tensor.ParameterSpec;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/**
 * Checks that the pieces of a plan fit together: somebody may have written it by hand.
 *
 * @param plan the plan
 * @param byName its parameters by name
 */
record PlanCheck(MergePlan plan, Map<String, ParameterPlan> byName) {

    static PlanCheck of(MergePlan plan) {
        Map<String, ParameterPlan> byName = new HashMap<>();
        for (ParameterPlan parameter : plan.parameters()) {
            require(
                    byName.put(parameter.output().name(), parameter) == null,
                    parameter,
                    () -> "occurs twice");
        }
        return new PlanCheck(plan, byName);
    }

    /** Throws the fault of what does not fit. */
    void run() {
        Map<String, StagePlan> before = new HashMap<>();
        for (StagePlan stage : plan.stages()) {
            try {
                requireNoStages(stage.plan());
                of(stage.plan()).run(before);
            } catch (IllegalArgumentException fault) {
                throw new IllegalArgumentException(
                        "stage '%s': %s".formatted(stage.name(), fault.getMessage()), fault);
            }
            if (before.put(stage.name(), stage) != null) {
                throw new IllegalArgumentException(
                        "two stages are named '%s'".formatted(stage.name()));
            }
        }
        run(before);
    }

    private static void requireNoStages(MergePlan plan) {
        if (!plan.stages().isEmpty()) {
            throw new IllegalArgumentException("it has stages of its own");
        }
    }

    private void run(Map<String, StagePlan> stages) {
        for (int place = 0; place < models().size(); place++) {
            OptionalInt index = models().get(place).index();
            boolean last = place == models().size() - 1;
            boolean apart = index.isEmpty() && last && plan.base() == place;
            if (!apart && index.orElse(-1) != place) {
                throw new IllegalArgumentException("model %d has another index".formatted(place));
            }
            models().get(place).reference().stage().ifPresent(name -> requireKnown(name, stages));
        }
        int shards = plan.output().map(OutputPlan::shards).orElse(Integer.MAX_VALUE);
        for (ParameterPlan parameter : plan.parameters()) {
            require(
                    parameter.shard() < shards,
                    parameter,
                    () -> "is in shard %d of %d".formatted(parameter.shard(), shards));
            check(parameter);
        }
        for (Omission omission : plan.omissions()) {
            int model = omission.model().orElse(0);
            if (model < 0 || model >= models().size()) {
                throw new IllegalArgumentException(
                        "an omission is of model %d, but there are %d models"
                                .formatted(model, models().size()));
            }
        }
    }

    private static void requireKnown(String stage, Map<String, StagePlan> stages) {
        if (!stages.containsKey(stage)) {
            throw new IllegalArgumentException(
                    "it reads the output of stage '%s', which is not an earlier stage"
                            .formatted(stage));
        }
    }

    private List<ModelUse> models() {
        return plan.models();
    }

    private void check(ParameterPlan parameter) {
        switch (parameter.action()) {
            case Action.Merge merge -> checkMerge(parameter, merge);
            case Action.Copy copy -> check(parameter, copy.from());
            case Action.Tied(String to) -> checkTie(parameter, to);
        }
    }

    private void checkMerge(ParameterPlan parameter, Action.Merge merge) {
        require(!merge.inputs().isEmpty(), parameter, () -> "is merged but has no inputs");
        require(merge.arrays() >= 0, parameter, () -> "has %d arrays".formatted(merge.arrays()));
        require(
                merge.passes() > 0,
                parameter,
                () -> "is merged in %d passes".formatted(merge.passes()));
        merge.layer()
                .ifPresent(
                        layer ->
                                require(
                                        layer.index() >= 0 && layer.index() < layer.count(),
                                        parameter,
                                        () ->
                                                "is in layer %d of %d"
                                                        .formatted(layer.index(), layer.count())));
        checkFloating(parameter, parameter.output());
        for (Operand operand : merge.operands()) {
            check(parameter, operand);
            checkFloating(parameter, operand.stored());
        }
    }

    private static void checkFloating(ParameterPlan parameter, ParameterSpec spec) {
        require(
                spec.dtype().isFloating(),
                parameter,
                () -> "is merged, but %s is not a floating-point type".formatted(spec.dtype()));
    }

    private void checkTie(ParameterPlan parameter, String to) {
        String tie = "is tied to '%s', which is ".formatted(to);
        ParameterPlan other =
                Optional.ofNullable(byName.get(to))
                        .orElseThrow(() -> fault(parameter, tie + "missing"));
        require(!(other.action() instanceof Action.Tied), parameter, () -> tie + "tied itself");
        require(
                other.output().shape().equals(parameter.output().shape())
                        && other.output().dtype().equals(parameter.output().dtype()),
                parameter,
                () -> tie + "of another type or shape");
    }

    private void check(ParameterPlan parameter, Operand operand) {
        require(
                operand.model() >= 0 && operand.model() < models().size(),
                parameter,
                () ->
                        "reads model %d, but there are %d models"
                                .formatted(operand.model(), models().size()));
        operand.rows()
                .misfit(operand.stored(), parameter.output())
                .ifPresent(
                        what -> {
                            throw fault(
                                    parameter,
                                    "cannot be made from '%s' of model %d: %s"
                                            .formatted(
                                                    operand.stored().name(),
                                                    operand.model(),
                                                    what));
                        });
    }

    // Texts are made where something is wrong: a plan may have a hundred thousand parameters.
    private static void require(boolean fits, ParameterPlan parameter, Supplier<String> otherwise) {
        if (!fits) {
            throw fault(parameter, otherwise.get());
        }
    }

    private static IllegalArgumentException fault(ParameterPlan parameter, String what) {
        return new IllegalArgumentException(
                "parameter '%s' %s".formatted(parameter.output().name(), what));
    }
}
