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
    OTHER_WEIGHTS_IGNORED;

    @Override
    public Kind kind() {
        return this == OTHER_WEIGHTS_IGNORED ? Kind.WARNING : Kind.REJECTED;
    }
}
