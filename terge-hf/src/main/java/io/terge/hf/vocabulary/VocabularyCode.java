package io.terge.hf.vocabulary;

import io.terge.error.ErrorCode;

/** Problems of models whose vocabularies are brought into line. */
public enum VocabularyCode implements ErrorCode {
    /** A model has no list of tokens that is understood. */
    VOCABULARY_MISSING,
    /** A list of tokens contradicts itself, or cannot be changed as requested. */
    VOCABULARY_INVALID,
    /** Tokens have no row in the embeddings of their model. */
    VOCABULARY_TOO_LARGE,
    /** A model has no embedding with a row for each token, or one of another width. */
    VOCABULARY_NO_ROWS,
    /** The number of rows cannot be written into a configuration that is not valid. */
    VOCABULARY_CONFIG,
    /** Two models have no token in common. */
    VOCABULARY_NOT_SHARED,
    /** A row that others are computed from has elements that are NaN or infinite. */
    VOCABULARY_NOT_FINITE,
    /** All rows that others are computed from are zeros. */
    VOCABULARY_ZERO,
    /** Files of a tokenizer do not list the tokens that are new. */
    VOCABULARY_FILES_OUTDATED,
    /** A configuration has the number of a token that the output does not have. */
    VOCABULARY_NUMBERS_OUTDATED;

    @Override
    public Kind kind() {
        return switch (this) {
            case VOCABULARY_TOO_LARGE, VOCABULARY_FILES_OUTDATED, VOCABULARY_NUMBERS_OUTDATED ->
                    Kind.WARNING;
            case VOCABULARY_MISSING,
                    VOCABULARY_INVALID,
                    VOCABULARY_NO_ROWS,
                    VOCABULARY_CONFIG,
                    VOCABULARY_NOT_SHARED,
                    VOCABULARY_NOT_FINITE,
                    VOCABULARY_ZERO ->
                    Kind.REJECTED;
        };
    }
}
