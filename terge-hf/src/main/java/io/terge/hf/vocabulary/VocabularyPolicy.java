package io.terge.hf.vocabulary;

import java.util.Optional;

/** Which tokens an output has. */
public sealed interface VocabularyPolicy {

    /** Those of all models. */
    record Union() implements VocabularyPolicy {}

    /** Those that all models have. */
    record Intersection() implements VocabularyPolicy {}

    /** Those of the base. */
    record Base() implements VocabularyPolicy {}

    /**
     * Those of one model.
     *
     * @param index the model
     */
    record OfModel(int index) implements VocabularyPolicy {}

    /** Returns the policy of a text: a name, or the index of a model; empty if it is neither. */
    static Optional<VocabularyPolicy> parse(String text) {
        return switch (text) {
            case "union" -> Optional.of(new Union());
            case "intersection" -> Optional.of(new Intersection());
            case "base" -> Optional.of(new Base());
            default ->
                    text.matches("[0-9]{1,9}")
                            ? Optional.of(new OfModel(Integer.parseInt(text)))
                            : Optional.empty();
        };
    }

    /** The text that is parsed to this. */
    default String text() {
        return switch (this) {
            case Union union -> "union";
            case Intersection intersection -> "intersection";
            case Base base -> "base";
            case OfModel(int index) -> Integer.toString(index);
        };
    }
}
