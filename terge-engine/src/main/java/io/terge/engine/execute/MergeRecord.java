package io.terge.engine.execute;

import io.terge.api.Lineage;
import io.terge.api.NonFiniteValues;
import io.terge.error.Problem;

import java.util.List;
import java.util.Map;

/**
 * What running a plan found out beyond the plan.
 *
 * @param parameters of each merged parameter, by name
 * @param surveys what methods found out about the whole model, in the order of the plan
 * @param nonFinite parameters with NaN or infinite elements, in the order of the plan
 * @param replaced what became of the model that was at the output, to be told
 * @param warnings what the user should know about how the model was written
 */
public record MergeRecord(
        Map<String, ParameterOutcome> parameters,
        List<Lineage.Survey> surveys,
        List<NonFiniteValues> nonFinite,
        List<String> replaced,
        List<Problem> warnings) {

    public MergeRecord {
        parameters = Map.copyOf(parameters);
        surveys = List.copyOf(surveys);
        nonFinite = List.copyOf(nonFinite);
        replaced = List.copyOf(replaced);
        warnings = List.copyOf(warnings);
    }

    /** This record with what the commit has replaced. */
    MergeRecord withReplaced(List<String> lines) {
        return new MergeRecord(parameters, surveys, nonFinite, lines, warnings);
    }

    /** This record with what the user should know about how the model was written. */
    MergeRecord withWarnings(List<Problem> told) {
        return new MergeRecord(parameters, surveys, nonFinite, replaced, told);
    }
}
