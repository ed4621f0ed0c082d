package io.terge.engine.plan.compare;

import io.terge.api.Action;
import io.terge.api.Operand;
import io.terge.api.ParameterPlan;
import io.terge.engine.plan.named.NamedModel;
import io.terge.engine.plan.named.RequestModels;
import io.terge.error.Problem;
import io.terge.error.TergeCode;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells of parameters that some models use under a name of their own, and others as an alias.
 *
 * @param models the models
 */
public record AliasWarnings(RequestModels models) {

    /** Tells of each parameter and each model that is involved. */
    public List<Problem> of(List<ParameterPlan> parameters) {
        Set<Problem> warnings = new LinkedHashSet<>();
        for (ParameterPlan plan : parameters) {
            if (plan.action() instanceof Action.Merge merge
                    && merge.inputs().stream().anyMatch(operand -> isOwn(operand))) {
                for (Operand operand : merge.inputs()) {
                    aliased(plan.output().name(), operand).ifPresent(warnings::add);
                }
                separated(plan.output().name(), merge).ifPresent(warnings::add);
            }
        }
        return List.copyOf(warnings);
    }

    private NamedModel model(Operand operand) {
        return models.all().get(operand.model());
    }

    private boolean isOwn(Operand operand) {
        return model(operand).headers().isOwn(operand.stored().name());
    }

    private Optional<Problem> aliased(String name, Operand operand) {
        NamedModel model = model(operand);
        // In a layout, another name says nothing of aliases.
        boolean isAlias = model.aliases().containsKey(name) && !model.known().containsKey(name);
        if (!isAlias || model.isBase()) {
            return Optional.empty();
        }
        return Optional.of(
                Problem.of(
                        TergeCode.TIES_DIFFER,
                        "%s has no '%s': '%s', which it uses instead, is merged"
                                .formatted(model.described(), name, operand.stored().name())));
    }

    private Optional<Problem> separated(String name, Action.Merge merge) {
        NamedModel base = models.baseModel();
        if (!base.aliases().containsKey(name)) {
            return Optional.empty();
        }
        String others =
                merge.inputs().stream()
                        .filter(this::isOwn)
                        .map(operand -> model(operand).described())
                        .findFirst()
                        .orElse("another model");
        return Optional.of(
                Problem.of(
                                TergeCode.TIES_DIFFER,
                                "%s uses '%s' as its '%s', but %s has its own: the output has both"
                                        .formatted(
                                                base.described(),
                                                base.aliases().get(name),
                                                name,
                                                others))
                        .fix(
                                ("to keep one parameter for both, exclude '%s' (--exclude, in"
                                                + " Java .exclude(...))")
                                        .formatted(name)));
    }
}
