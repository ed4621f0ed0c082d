package io.terge.hf.directory;

import io.terge.error.ErrorCode;

/** What can be wrong with a model directory and with no other. */
enum DirectoryCode implements ErrorCode {
    /** A directory holds no weights. */
    NO_WEIGHTS,
    /** A shard index is malformed. */
    INDEX_INVALID,
    /** A shard that the index names is missing. */
    SHARD_MISSING,
    /** Index and shards disagree on where a parameter is. */
    INDEX_MISMATCH;

    @Override
    public Kind kind() {
        return Kind.REJECTED;
    }
}
