package io.terge.json;

import io.terge.api.Action;
import io.terge.api.ModelUse;
import io.terge.api.Operand;
import io.terge.api.OutputPlan;
import io.terge.api.ParameterPlan;
import io.terge.tensor.Shape;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Checks that the pieces of a plan that was read fit together: nobody has planned it here. */
record PlanCheck(List<ModelUse> models, List<ParameterPlan> parameters) {

    /** Throws the fault of what does not fit. */
    void run(int base, Optional<OutputPlan> output) {
        if (base >= models.size()) {
            throw JsonFault.of(
                    "base %d is out of range: there are %d models".formatted(base, models.size()));
        }
        for (int place = 0; place < models.size(); place++) {
            OptionalInt index = models.get(place).index();
            boolean apart = index.isEmpty() && place == models.size() - 1 && base == place;
            if (!apart && index.orElse(-1) != place) {
                throw JsonFault.of("model %d has another index".formatted(place));
            }
        }
        Map<String, ParameterPlan> byName = new HashMap<>();
        for (ParameterPlan parameter : parameters) {
            if (byName.put(parameter.output().name(), parameter) != null) {
                throw fault(parameter, "occurs twice");
            }
        }
        int shards = output.map(OutputPlan::shards).orElse(Integer.MAX_VALUE);
        for (ParameterPlan parameter : parameters) {
            if (parameter.shard() >= shards) {
                throw fault(parameter, "is in shard %d of %d".formatted(parameter.shard(), shards));
            }
            check(parameter, byName);
        }
    }

    private void check(ParameterPlan parameter, Map<String, ParameterPlan> byName) {
        switch (parameter.action()) {
            case Action.Merge merge -> {
                if (merge.inputs().isEmpty()) {
                    throw fault(parameter, "is merged but has no inputs");
                }
                Stream.concat(merge.inputs().stream(), merge.base().stream())
                        .forEach(operand -> check(parameter, operand));
            }
            case Action.Copy copy -> check(parameter, copy.from());
            case Action.Tied(String to) -> checkTie(parameter, byName.get(to), to);
        }
    }

    private static void checkTie(
            ParameterPlan parameter, @Nullable ParameterPlan other, String to) {
        String tie = "is tied to '%s', which is ".formatted(to);
        if (other == null) {
            throw fault(parameter, tie + "missing");
        }
        if (other.action() instanceof Action.Tied) {
            throw fault(parameter, tie + "tied itself");
        }
        if (!other.output().shape().equals(parameter.output().shape())
                || !other.output().dtype().equals(parameter.output().dtype())) {
            throw fault(parameter, tie + "of another type or shape");
        }
    }

    private void check(ParameterPlan parameter, Operand operand) {
        if (operand.model() >= models.size()) {
            throw fault(
                    parameter,
                    "reads model %d, but there are %d models"
                            .formatted(operand.model(), models.size()));
        }
        Shape shape = shape(parameter, operand);
        if (!shape.equals(parameter.output().shape())) {
            throw fault(
                    parameter,
                    "has shape %s, but reads %s from model %d"
                            .formatted(parameter.output().shape(), shape, operand.model()));
        }
    }

    private static Shape shape(ParameterPlan parameter, Operand operand) {
        try {
            return operand.shape();
        } catch (IllegalArgumentException | ArithmeticException tooFar) {
            throw fault(
                    parameter,
                    "reads rows that '%s' of model %d does not have: %s"
                            .formatted(
                                    operand.stored().name(), operand.model(), tooFar.getMessage()));
        }
    }

    private static JsonFault fault(ParameterPlan parameter, String what) {
        return JsonFault.of("parameter '%s' %s".formatted(parameter.output().name(), what));
    }
}
