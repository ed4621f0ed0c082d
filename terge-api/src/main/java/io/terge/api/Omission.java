package io.terge.api;

import static java.util.Objects.requireNonNull;

import io.terge.error.FirstFew;

import java.util.List;
import java.util.OptionalInt;

/**
 * Parameters that are not merged, or not from all models, for one cause. A plan lists all of them
 * except for conversions, which merge nothing. A parameter that several models lack is counted for
 * each of these models.
 *
 * @param cause why
 * @param effect what happens to the parameters
 * @param model the index of the model that is the cause; empty if no single model is
 * @param count the number of parameters
 * @param examples the first parameters, at most {@value #MOST_EXAMPLES}
 * @since 0.1
 */
public record Omission(
        Cause cause, Effect effect, OptionalInt model, int count, List<Example> examples) {

    /** The maximum number of examples. */
    public static final int MOST_EXAMPLES = 5;

    /**
     * @throws IllegalArgumentException if there are no examples, or more than parameters or {@value
     *     #MOST_EXAMPLES}, or the cause needs a model and there is none
     */
    public Omission {
        requireNonNull(cause, "cause");
        requireNonNull(effect, "effect");
        requireNonNull(model, "model");
        examples = List.copyOf(examples);
        if (examples.isEmpty() || examples.size() > Math.min(count, MOST_EXAMPLES)) {
            throw new IllegalArgumentException(
                    "%d examples of %d parameters".formatted(examples.size(), count));
        }
        if (model.isEmpty() && (cause.isOfModel() || effect == Effect.DROPPED)) {
            throw new IllegalArgumentException("%s needs a model".formatted(cause));
        }
    }

    /** Why parameters are not merged, or not from all models. */
    public enum Cause {
        /** The base has them, a model does not. */
        MISSING_IN_MODEL(true, true),
        /** A model has them, the base does not. */
        NOT_IN_BASE(true, true),
        /** A model has them in another shape than the base. */
        OTHER_SHAPE(true, true),
        /** Only one of the base and a model has them in a floating-point type. */
        OTHER_TYPE(true, true),
        /** Too few models are merged, although none lacks the parameters. */
        TOO_FEW_MODELS(true, false),
        /** Their elements are integers, booleans or packed. */
        NOT_FLOATING(false, false),
        /** The request has include selectors, and none of them matches. */
        NOT_INCLUDED(false, false),
        /** An exclude selector matches. */
        EXCLUDED(false, false),
        /** The layout takes them from a single model. */
        ONE_PIECE(false, false),
        /** A model has them, the layout does not use them. */
        NOT_IN_LAYOUT(false, true);

        private final boolean unexpected;
        private final boolean ofModel;

        Cause(boolean unexpected, boolean ofModel) {
            this.unexpected = unexpected;
            this.ofModel = ofModel;
        }

        /**
         * Whether the request did not ask for it, so that planning warns of it; see {@link
         * MergeRequestBuilder#strict()}.
         */
        public boolean isUnexpected() {
            return unexpected;
        }

        /** Whether it is always due to a single model. */
        public boolean isOfModel() {
            return ofModel;
        }
    }

    /** What happens to parameters that are not merged, or not from all models. */
    public enum Effect {
        /** They are copied: from the base, unless a layout takes them from another model. */
        COPIED,
        /** They are not in the output. */
        DROPPED,
        /** They are merged without the model; the other models' weights are rescaled to 1. */
        RESCALED,
        /** They are merged without the model; the other models' weights stay as they are. */
        LEFT_OUT
    }

    /**
     * One of the parameters.
     *
     * @param name its name in the output; for a dropped one, its name after renames
     * @param detail what is different, such as both shapes; may be empty
     */
    public record Example(String name, String detail) {

        public Example {
            requireNonNull(name, "name");
            requireNonNull(detail, "detail");
        }
    }

    /**
     * The omission in a sentence without a full stop, such as a line of a list; see {@link #names}.
     */
    public String text() {
        return OmissionText.of(this);
    }

    /** The names of the examples with their details, and how many more there are, on one line. */
    public String names() {
        List<String> shown = examples.stream().map(OmissionText::example).toList();
        return FirstFew.shown(shown, count - shown.size());
    }
}
