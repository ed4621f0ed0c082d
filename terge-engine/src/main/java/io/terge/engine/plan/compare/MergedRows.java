package io.terge.engine.plan.compare;

import io.terge.api.Action;
import io.terge.api.Operand;
import io.terge.api.ParameterPlan;
import io.terge.engine.model.ModelHeaders;
import io.terge.engine.plan.named.NamedModel;
import io.terge.engine.plan.named.RequestModels;

import java.util.List;

/**
 * Which models have parameters with a row for each token that are merged with those of others.
 *
 * @param models the models
 * @param parameters what is done to each parameter
 */
record MergedRows(RequestModels models, List<ParameterPlan> parameters) {

    MergedRows {
        parameters = List.copyOf(parameters);
    }

    /** Whether the model is one of them. */
    boolean has(NamedModel model) {
        return parameters.stream()
                .map(ParameterPlan::action)
                .filter(Action.Merge.class::isInstance)
                .anyMatch(merge -> areMerged(model.headers(), merge.operands()));
    }

    private boolean areMerged(ModelHeaders model, List<Operand> operands) {
        boolean hasRows =
                operands.stream()
                        .filter(operand -> headers(operand) == model)
                        .anyMatch(operand -> isByToken(model, operand.stored().name()));
        return hasRows && operands.stream().anyMatch(operand -> headers(operand) != model);
    }

    private static boolean isByToken(ModelHeaders model, String parameter) {
        return model.vocabulary().filter(tokens -> tokens.isByToken(parameter)).isPresent();
    }

    private ModelHeaders headers(Operand operand) {
        return models.all().get(operand.model()).headers();
    }
}
