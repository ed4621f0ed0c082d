package io.terge.engine.plan.omission;

import io.terge.api.Omission;
import io.terge.api.Omission.Cause;
import io.terge.api.Omission.Effect;
import io.terge.engine.plan.named.NamedModel;
import io.terge.engine.plan.named.RequestModels;
import io.terge.error.Problem;
import io.terge.error.TergeCode;

import java.util.ArrayList;
import java.util.List;

/**
 * What the user should know of omissions that the request did not ask for.
 *
 * @param models the models
 * @param found the omissions
 */
public record OmissionWarnings(RequestModels models, FoundOmissions found) {

    /** Returns the one warning of a plan that merges nothing. */
    public Problem nothingMerged() {
        Problem problem =
                Problem.of(
                        TergeCode.NO_PARAMETERS_TO_MERGE,
                        "No parameter can be merged: the output is a copy of the base");
        for (Omission omission : found.all()) {
            problem = problem.note(line(omission));
        }
        List<String> fixes = new ArrayList<>();
        if (models.merged().size() < 2) {
            fixes.add(
                    "list at least two models (in Java .model(...)); to copy one model, use terge"
                            + " convert");
        }
        for (NamedModel model : models.merged()) {
            fixes.addAll(fixes(model, omissionsOf(model)));
        }
        if (fixes.isEmpty() && found.all().stream().anyMatch(OmissionWarnings::isFiltered)) {
            fixes.add(
                    "change the filters (--include, --exclude, in Java .include(...),"
                            + " .exclude(...))");
        }
        for (String fix : fixes.stream().distinct().toList()) {
            problem = problem.fix(fix);
        }
        return problem;
    }

    /** Returns one warning for each model that does not share all parameters with the base. */
    public List<Problem> unexpected() {
        List<Problem> warnings = new ArrayList<>();
        for (NamedModel model : models.merged()) {
            List<Omission> own = omissionsOf(model);
            if (!own.isEmpty()) {
                warnings.add(warning(model, own));
            }
        }
        found.all().stream()
                .filter(omission -> omission.cause().isUnexpected() && omission.model().isEmpty())
                .map(omission -> Problem.of(TergeCode.PARAMETERS_NOT_MERGED, line(omission)))
                .forEach(warnings::add);
        return warnings;
    }

    private Problem warning(NamedModel model, List<Omission> omissions) {
        List<String> effects = new ArrayList<>();
        for (Effect effect : Effect.values()) {
            int count =
                    omissions.stream()
                            .filter(omission -> omission.effect() == effect)
                            .mapToInt(Omission::count)
                            .sum();
            if (count > 0) {
                effects.add(count + " " + inWords(effect));
            }
        }
        Problem problem =
                Problem.of(
                        TergeCode.PARAMETERS_NOT_MERGED,
                        "The base and %s have different parameters: %s"
                                .formatted(model.described(), String.join(", ", effects)));
        for (Omission omission : omissions) {
            problem = problem.note(line(omission));
        }
        for (String fix : fixes(model, omissions)) {
            problem = problem.fix(fix);
        }
        return problem;
    }

    private static String inWords(Effect effect) {
        return switch (effect) {
            case COPIED -> "copied from the base";
            case DROPPED -> "dropped";
            case RESCALED -> "merged from the others with rescaled weights";
            case LEFT_OUT -> "merged from the others";
        };
    }

    private List<String> fixes(NamedModel model, List<Omission> omissions) {
        List<String> fixes = new ArrayList<>();
        boolean missing = has(Cause.MISSING_IN_MODEL, omissions);
        boolean dropped = has(Cause.NOT_IN_BASE, omissions);
        if (missing && dropped) {
            fixes.add(
                    new RenameAdvice(models.baseModel(), model)
                            .of(found.namesOf(model))
                            .orElse(
                                    "if these are the same parameters under other names, rename"
                                            + " them (--rename, in Java .rename(...))"));
        } else if (dropped) {
            int index = model.place();
            fixes.add(
                    "to keep the dropped parameters, make model %d the base (--base %d, in Java .base(%d))"
                            .formatted(index, index, index));
        }
        if (omissions.stream().anyMatch(OmissionWarnings::isMerged)) {
            fixes.add(
                    "to copy parameters from the base that not all models have, exclude them"
                            + " (--exclude, in Java .exclude(...))");
        }
        if (!omissions.stream().allMatch(OmissionWarnings::isMerged)) {
            fixes.add(
                    "if what is copied or dropped is intended, exclude it to avoid this warning"
                            + " (--exclude, in Java .exclude(...))");
        }
        return fixes;
    }

    private List<Omission> omissionsOf(NamedModel model) {
        return found.all().stream()
                .filter(omission -> omission.cause().isUnexpected())
                .filter(omission -> omission.model().orElse(-1) == model.place())
                .toList();
    }

    private static boolean isFiltered(Omission omission) {
        return omission.cause() == Cause.EXCLUDED || omission.cause() == Cause.NOT_INCLUDED;
    }

    private static boolean isMerged(Omission omission) {
        return omission.effect() == Effect.RESCALED || omission.effect() == Effect.LEFT_OUT;
    }

    private static boolean has(Cause cause, List<Omission> omissions) {
        return omissions.stream().anyMatch(omission -> omission.cause() == cause);
    }

    private static String line(Omission omission) {
        return omission.text() + ": " + omission.names();
    }
}
