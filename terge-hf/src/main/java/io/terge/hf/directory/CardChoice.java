package io.terge.hf.directory;

import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.files.Quoted;
import io.terge.hf.card.FrontMatter;
import io.terge.model.ModelReference;
import io.terge.spi.format.ModelBlueprint;

import java.io.IOException;

/** What becomes of the model card of the base, which does not describe a merged model. */
enum CardChoice {
    /** terge writes one of its own instead. */
    WRITTEN("yes"),
    /** The output has none. */
    LEFT_OUT("no");

    /** The setting of a target that chooses. */
    static final String SETTING = "card";

    private final String label;

    CardChoice(String label) {
        this.label = label;
    }

    /**
     * Returns the choice of a target.
     *
     * @throws TergeException with {@link TergeCode#INVALID_SETTING} if there is no such choice
     */
    static CardChoice of(ModelReference target) {
        String chosen = target.settings().getOrDefault(SETTING, WRITTEN.label);
        for (CardChoice choice : values()) {
            if (choice.label.equals(chosen)) {
                return choice;
            }
        }
        throw new TergeException(
                Problem.of(
                                TergeCode.INVALID_SETTING,
                                "Expected 'yes' or 'no' for the setting '%s' of the output, got %s"
                                        .formatted(SETTING, Quoted.of(chosen)))
                        .fix("omit it to replace the model card of the base"));
    }

    /** Whether the base's README is the card of a model that the output no longer is. */
    static boolean isOutdated(ModelBlueprint blueprint) throws IOException {
        return blueprint.summary().isPresent()
                && FrontMatter.of(blueprint.companions()).isPresent();
    }
}
