package io.terge.engine.model;

import io.terge.api.Action;
import io.terge.api.Operand;
import io.terge.api.ParameterPlan;

import java.util.List;
import java.util.function.IntFunction;

/**
 * Which operands stand for a tensor that a model uses under several names.
 *
 * @param models what the headers of the model at a place say
 */
record AliasUse(IntFunction<ModelHeaders> models) {

    /**
     * Whether an output has tensors of their own under names that its donor uses for others. Where
     * all models use them so, stored copies of a tensor are merged to equal numbers.
     */
    boolean separates(List<ParameterPlan> parameters, ModelHeaders donor) {
        return !donor.aliases().isEmpty()
                && parameters.stream()
                        .filter(plan -> donor.aliases().containsKey(plan.output().name()))
                        .map(ParameterPlan::action)
                        .anyMatch(this::isOwn);
    }

    private boolean isOwn(Action action) {
        return action instanceof Action.Merge merge
                && merge.inputs().stream().anyMatch(this::isOwn);
    }

    private boolean isOwn(Operand operand) {
        return models.apply(operand.model()).isOwn(operand.stored().name());
    }
}
