package io.terge.engine.plan.compare;

import io.terge.api.ParameterPlan;
import io.terge.engine.plan.named.NamedModel;
import io.terge.engine.plan.named.RequestModels;
import io.terge.error.Problem;

import java.util.ArrayList;
import java.util.List;

/**
 * How models differ from the base in what their numbers mean.
 *
 * @param problems differences because of which they cannot be merged as asked for
 * @param warnings what is told of the others
 */
public record ModelComparison(List<Problem> problems, List<Problem> warnings) {

    public ModelComparison {
        problems = List.copyOf(problems);
        warnings = List.copyOf(warnings);
    }

    /**
     * Compares each model with the base.
     *
     * @param parameters what is done to each parameter
     * @param isRowByRow whether rows of different tokens may be merged
     */
    public static ModelComparison of(
            RequestModels models, List<ParameterPlan> parameters, boolean isRowByRow) {
        NamedModel base = models.baseModel();
        TokenComparison tokens = new TokenComparison(base);
        MergedRows rows = new MergedRows(models, isRowByRow ? List.of() : parameters);
        List<Problem> problems = new ArrayList<>();
        List<Problem> warnings = new ArrayList<>();
        for (NamedModel model : models.all()) {
            if (model.headers() != base.headers()) {
                new TraitComparison(base, model).warning().ifPresent(warnings::add);
                tokens.compare(model, rows, problems::add, warnings::add);
            }
        }
        return new ModelComparison(problems, warnings);
    }
}
