package io.terge.engine.execute;

import io.terge.api.Lineage;
import io.terge.api.NonFiniteValues;
import io.terge.error.Problem;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * What running a plan found out beyond the plan.
 *
 * @param parameters of each merged parameter, by name
 * @param surveys what methods found out about the whole model, in the order of the plan
 * @param nonFinite parameters with NaN or infinite elements, in the order of the plan
 * @param replaced what became of the model that was at the output, to be told
 * @param warnings what the user should know about how the model was written
 * @param stages the same of the stages, by name
 * @param bytesRead how many bytes of weights were read for it and the stages
 */
public record MergeRecord(
        Map<String, ParameterOutcome> parameters,
        List<Lineage.Survey> surveys,
        List<NonFiniteValues> nonFinite,
        List<String> replaced,
        List<Problem> warnings,
        SequencedMap<String, MergeRecord> stages,
        long bytesRead) {

    public MergeRecord {
        parameters = Map.copyOf(parameters);
        surveys = List.copyOf(surveys);
        nonFinite = List.copyOf(nonFinite);
        replaced = List.copyOf(replaced);
        warnings = List.copyOf(warnings);
        stages = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(stages));
    }

    /** What is known when the parameters are done. */
    static MergeRecord of(
            Map<String, ParameterOutcome> parameters,
            List<Lineage.Survey> surveys,
            List<NonFiniteValues> nonFinite) {
        return new MergeRecord(
                parameters, surveys, nonFinite, List.of(), List.of(), new LinkedHashMap<>(), 0);
    }

    /** What became of the models at all outputs, those of stages first. */
    public List<String> allReplaced() {
        List<String> all = new ArrayList<>();
        stages.forEach(
                (name, stage) ->
                        stage.allReplaced()
                                .forEach(line -> all.add("stage " + name + ": " + line)));
        all.addAll(replaced);
        return List.copyOf(all);
    }

    /** This record with those of stages. */
    MergeRecord withStages(SequencedMap<String, MergeRecord> prepared) {
        return new MergeRecord(
                parameters, surveys, nonFinite, replaced, warnings, prepared, bytesRead);
    }

    /** This record with what the commit has replaced. */
    MergeRecord withReplaced(List<String> lines) {
        return new MergeRecord(parameters, surveys, nonFinite, lines, warnings, stages, bytesRead);
    }

    /** This record with what the user should know about how the model was written. */
    MergeRecord withWarnings(List<Problem> told) {
        return new MergeRecord(parameters, surveys, nonFinite, replaced, told, stages, bytesRead);
    }

    /** This record with how many bytes of weights were read. */
    MergeRecord withBytesRead(long bytes) {
        return new MergeRecord(parameters, surveys, nonFinite, replaced, warnings, stages, bytes);
    }
}
