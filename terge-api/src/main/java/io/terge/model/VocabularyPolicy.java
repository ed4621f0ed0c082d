package io.terge.model;

import java.util.Optional;

/**
 * Which tokens the output of a merge has.
 *
 * @since 0.1
 */
public sealed interface VocabularyPolicy {

    /** Those of the base, then those that only other models have. */
    record Union() implements VocabularyPolicy {}

    /**
     * Those of the base that all models have, and those without which the base's tokenizer does not
     * work.
     */
    record Intersection() implements VocabularyPolicy {}

    /** Those of the base. */
    record Base() implements VocabularyPolicy {}

    /**
     * Those of one model.
     *
     * @param model the model, which need not be one of those that are merged
     */
    record OfModel(ModelReference model) implements VocabularyPolicy {}

    /**
     * No choice of tokens: rows of embeddings are merged as they are, whatever tokens they belong
     * to, and the output has the tokenizer of the base.
     */
    record Rows() implements VocabularyPolicy {}

    /** Returns the policy with a name; empty if there is none. */
    static Optional<VocabularyPolicy> named(String name) {
        return switch (name) {
            case "union" -> Optional.of(new Union());
            case "intersection" -> Optional.of(new Intersection());
            case "base" -> Optional.of(new Base());
            case "rows" -> Optional.of(new Rows());
            default -> Optional.empty();
        };
    }
}
