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
    INDEX_MISMATCH;

    @Override
    public Kind kind() {
        return Kind.REJECTED;
    }
}
