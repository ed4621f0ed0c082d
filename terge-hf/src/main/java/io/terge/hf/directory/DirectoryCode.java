package io.terge.hf.directory;

import io.terge.error.ErrorCode;

/** Problems specific to model directories. */
enum DirectoryCode implements ErrorCode {
    /** A directory contains no weights. */
    NO_WEIGHTS,
    /** A shard index is malformed. */
    INDEX_INVALID,
    /** A shard listed in the index is missing. */
    SHARD_MISSING,
    /** The index and the shards disagree on the location of a parameter. */
    INDEX_MISMATCH,
    /** A directory contains the weights more than once, and only one set is read. */
    OTHER_WEIGHTS_IGNORED,
    /** Files of the base are not copied, because they contradict the weights that are written. */
    FILES_NOT_COPIED,
    /** A pattern of files to copy matches none, or nothing is copied. */
    COPY_HAS_NO_EFFECT,
    /** Files of a model that is replaced in place stay, with the weights before the merge. */
    FILES_OUTDATED,
    /** Files with weights are copied from the base without being merged. */
    WEIGHTS_NOT_MERGED,
    /** The base has no file that could have a chat template. */
    TEMPLATE_NOT_WRITTEN,
    /** The chat template writes tokens that the tokenizer does not have. */
    TEMPLATE_TOKENS_MISSING,
    /** The configuration no longer says that weights are quantised, because none are. */
    QUANTIZATION_REMOVED;

    @Override
    public Kind kind() {
        return switch (this) {
            case OTHER_WEIGHTS_IGNORED,
                    FILES_NOT_COPIED,
                    COPY_HAS_NO_EFFECT,
                    FILES_OUTDATED,
                    WEIGHTS_NOT_MERGED,
                    TEMPLATE_TOKENS_MISSING,
                    QUANTIZATION_REMOVED ->
                    Kind.WARNING;
            case NO_WEIGHTS, INDEX_INVALID, SHARD_MISSING, INDEX_MISMATCH, TEMPLATE_NOT_WRITTEN ->
                    Kind.REJECTED;
        };
    }
}
