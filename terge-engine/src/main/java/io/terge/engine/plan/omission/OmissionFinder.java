package io.terge.engine.plan.omission;

import io.terge.api.Action;
import io.terge.api.Omission.Cause;
import io.terge.api.Omission.Effect;
import io.terge.engine.filter.ParameterFilter;
import io.terge.engine.plan.layout.OutputParameter;
import io.terge.engine.plan.layout.Piece;
import io.terge.engine.plan.named.NamedModel;
import io.terge.engine.plan.named.RequestModels;
import io.terge.tensor.ParameterSpec;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Finds what is not merged, or not from all models. */
public final class OmissionFinder {

    private final RequestModels models;
    private final List<NamedModel> merged;
    private final Set<String> relativeMethods;
    private final FoundOmissions found = new FoundOmissions();

    /**
     * Makes a finder.
     *
     * @param models the models
     * @param relativeMethods the names of the methods whose weights sum to 1
     */
    public OmissionFinder(RequestModels models, Set<String> relativeMethods) {
        this.models = models;
        this.merged = models.merged();
        this.relativeMethods = relativeMethods;
    }

    /** Looks at how one parameter of the output is made. */
    public void look(OutputParameter output, Action action) {
        switch (action) {
            case Action.Merge merge -> {
                if (!output.isGiven()) {
                    boolean rescaled = relativeMethods.contains(merge.method());
                    lookAtLacking(output, rescaled ? Effect.RESCALED : Effect.LEFT_OUT);
                }
            }
            case Action.Copy copy -> lookAtCopy(output, copy.reason());
            case Action.Tied tied -> {} // It goes as the other does.
        }
    }

    private void lookAtCopy(OutputParameter output, Action.Reason reason) {
        String name = output.spec().name();
        switch (reason) {
            case NOT_FLOATING -> lookAtIntegers(output);
            case NOT_INCLUDED -> found.copied(Cause.NOT_INCLUDED, name, "");
            case EXCLUDED -> found.copied(Cause.EXCLUDED, name, "");
            case ONE_PIECE -> found.copied(Cause.ONE_PIECE, name, "");
            case TOO_FEW_MODELS -> {
                if (!lookAtLacking(output, Effect.COPIED)) {
                    found.copied(Cause.TOO_FEW_MODELS, name, "");
                }
            }
            case CONVERTED -> {} // A conversion omits nothing.
        }
    }

    private void lookAtIntegers(OutputParameter output) {
        ParameterSpec spec = output.spec();
        boolean floating = false;
        for (NamedModel model : merged) {
            Optional<ParameterSpec> other =
                    output.isGiven() || model.isBase()
                            ? Optional.empty()
                            : model.find(spec.name()).filter(held -> held.dtype().isFloating());
            if (other.isPresent()) {
                floating = true;
                found.ofModel(
                        Cause.OTHER_TYPE,
                        Effect.COPIED,
                        model,
                        spec.name(),
                        types(spec, other.get(), model));
            }
        }
        if (!floating) {
            found.copied(Cause.NOT_FLOATING, spec.name(), spec.dtype().name());
        }
    }

    // Whether any model lacks it.
    private boolean lookAtLacking(OutputParameter output, Effect effect) {
        if (output.inputs().size() == merged.size()) {
            return false;
        }
        boolean lacking = false;
        for (NamedModel model : merged) {
            if (!model.isBase() && output.inputs().stream().noneMatch(of(model))) {
                lacking = true;
                lookAtLacking(output.spec(), effect, model);
            }
        }
        return lacking;
    }

    private void lookAtLacking(ParameterSpec spec, Effect effect, NamedModel model) {
        Optional<ParameterSpec> held = model.find(spec.name());
        if (held.isEmpty()) {
            found.ofModel(Cause.MISSING_IN_MODEL, effect, model, spec.name(), "");
            found.namesOf(model).missing().add(spec);
        } else if (held.get().dtype().isFloating()) {
            found.ofModel(
                    Cause.OTHER_SHAPE, effect, model, spec.name(), shapes(spec, held.get(), model));
        } else {
            found.ofModel(
                    Cause.OTHER_TYPE, effect, model, spec.name(), types(spec, held.get(), model));
        }
    }

    private static Predicate<Piece> of(NamedModel model) {
        return piece -> piece.model().place() == model.place();
    }

    /** Looks for parameters of models that the base does not have. */
    public void lookForDropped(ParameterFilter filter) {
        NamedModel base = models.baseModel();
        for (NamedModel model : merged) {
            if (!model.isBase()) {
                model.known()
                        .forEach(
                                (name, stored) -> {
                                    if (isLost(name, model, base)) {
                                        drop(stored.named(name), filter, model);
                                    }
                                });
            }
        }
    }

    private void drop(ParameterSpec spec, ParameterFilter filter, NamedModel model) {
        Optional<Action.Reason> refused = filter.refuses(spec);
        Cause cause =
                refused.map(
                                reason ->
                                        reason == Action.Reason.EXCLUDED
                                                ? Cause.EXCLUDED
                                                : Cause.NOT_INCLUDED)
                        .orElse(Cause.NOT_IN_BASE);
        found.ofModel(cause, Effect.DROPPED, model, spec.name(), "");
        if (cause == Cause.NOT_IN_BASE) {
            found.namesOf(model).dropped().add(spec);
        }
    }

    // A second name of what the base has says nothing new.
    private static boolean isLost(String name, NamedModel model, NamedModel base) {
        return base.find(name).isEmpty()
                && base.find(model.ties().getOrDefault(name, name)).isEmpty();
    }

    /**
     * Looks for parameters of models that a layout does not use.
     *
     * @param actions how the parameters of the layout are made
     */
    public void lookForUnused(Iterable<Action> actions) {
        UsedParameters used = new UsedParameters(models.all().size());
        actions.forEach(action -> action.operands().forEach(used::add));
        for (NamedModel model : merged) {
            model.known()
                    .forEach(
                            (name, stored) -> {
                                if (!used.contains(model.place(), stored.name())) {
                                    found.ofModel(
                                            Cause.NOT_IN_LAYOUT, Effect.DROPPED, model, name, "");
                                }
                            });
        }
    }

    /** What was found, with what to tell the user of it. */
    public FoundOmissions found() {
        return found;
    }

    private static String shapes(ParameterSpec base, ParameterSpec held, NamedModel model) {
        return "%s in the base, %s in model %d"
                .formatted(base.shape(), held.shape(), model.place());
    }

    private static String types(ParameterSpec base, ParameterSpec held, NamedModel model) {
        return "%s in the base, %s in model %d"
                .formatted(base.dtype().name(), held.dtype().name(), model.place());
    }
}
