package io.terge.engine.plan.named;

import io.terge.engine.model.ModelHeaders;
import io.terge.error.Problem;
import io.terge.error.Suggestions;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.model.ModelReference;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * The stages before a merge, whose outputs it may use.
 *
 * @param outputs what their outputs will be, by name; empty where planning failed
 */
public record PlannedStages(SequencedMap<String, Optional<ModelHeaders>> outputs) {

    /** No stages. */
    public static PlannedStages none() {
        return new PlannedStages(new LinkedHashMap<>());
    }

    /**
     * What the output of a stage will be; empty where planning it failed, which has been told.
     *
     * @throws TergeException with code {@code UNKNOWN_STAGE} if there is no such stage, or with
     *     {@code UNKNOWN_SETTING} if it is to be read by settings: its output is what it is
     */
    Optional<ModelHeaders> output(ModelReference reference) {
        String name = reference.stage().orElseThrow();
        if (!reference.settings().isEmpty()) {
            throw withSettings(reference);
        }
        Optional<ModelHeaders> output = outputs.get(name);
        if (output == null) {
            throw unknown(name);
        }
        return output;
    }

    private static TergeException withSettings(ModelReference reference) {
        return new TergeException(
                Problem.of(
                                TergeCode.UNKNOWN_SETTING,
                                "The output of a stage cannot be read with settings (%s)"
                                        .formatted(
                                                String.join(", ", reference.settings().keySet())))
                        .note("stage: " + reference.stage().orElseThrow())
                        .fix(
                                "use them on the models that the stage merges, such as a"
                                        + " 'vocabulary' for models with different tokens"));
    }

    private TergeException unknown(String name) {
        return new TergeException(
                Problem.of(
                                TergeCode.UNKNOWN_STAGE,
                                "There is no stage '%s' before this merge.%s"
                                        .formatted(
                                                name, Suggestions.question(name, outputs.keySet())))
                        .note(
                                "stages before it: "
                                        + (outputs.isEmpty()
                                                ? "none"
                                                : String.join(", ", outputs.keySet())))
                        .fix(
                                "use one of them, or write ./stage:%s if it is a path"
                                        .formatted(name)));
    }
}
