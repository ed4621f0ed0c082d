package io.terge.hf.vocabulary;

import io.terge.error.ErrorCode;

/** Problems of models whose vocabularies are brought into line. */
public enum VocabularyCode implements ErrorCode {
    /** A model has no list of tokens that is understood. */
    VOCABULARY_MISSING,
    /** A list of tokens contradicts itself, or cannot be changed as requested. */
    VOCABULARY_INVALID,
    /** A token has no row in the embeddings of its model. */
    VOCABULARY_TOO_LARGE,
    /** A model has no embedding with a row for each token, or one of another width. */
    VOCABULARY_NO_ROWS,
    /** Files of a tokenizer do not list the tokens that are new. */
    VOCABULARY_FILES_OUTDATED;

    @Override
    public Kind kind() {
        return this == VOCABULARY_FILES_OUTDATED ? Kind.WARNING : Kind.REJECTED;
    }
}
