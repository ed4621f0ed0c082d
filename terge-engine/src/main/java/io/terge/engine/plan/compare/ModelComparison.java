package io.terge.engine.plan.compare;

import io.terge.engine.plan.named.NamedModel;
import io.terge.engine.plan.named.RequestModels;
import io.terge.error.Problem;

import java.util.ArrayList;
import java.util.List;

/**
 * Compares each model with the base in what its numbers mean.
 *
 * @param models the models
 */
public record ModelComparison(RequestModels models) {

    /** Tells of each model that differs. */
    public List<Problem> warnings() {
        NamedModel base = models.baseModel();
        TokenComparison tokens = new TokenComparison(base);
        List<Problem> warnings = new ArrayList<>();
        for (NamedModel model : models.all()) {
            if (model.headers() != base.headers()) {
                new TraitComparison(base, model).warning().ifPresent(warnings::add);
                tokens.warning(model).ifPresent(warnings::add);
            }
        }
        return warnings;
    }
}
