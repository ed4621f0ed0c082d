package io.terge.error;

/**
 * Every way a merge can fail. The names are stable: scripts and tests may rely on them.
 *
 * @since 0.1
 */
public enum ErrorCode {

    // What is asked for.

    /** No model is given. */
    NO_MODELS(Kind.REJECTED),
    /** A merge is to run, but there is no place for its result. */
    NO_OUTPUT(Kind.REJECTED),
    /** The base's index is not one of the models'. */
    BASE_OUT_OF_RANGE(Kind.REJECTED),
    /** No merge method of this name is installed. */
    UNKNOWN_METHOD(Kind.REJECTED),
    /** No selector of this scheme is installed. */
    UNKNOWN_SELECTOR(Kind.REJECTED),
    /** A selector's expression is malformed. */
    INVALID_SELECTOR(Kind.REJECTED),
    /** A method has no option of this name. */
    UNKNOWN_OPTION(Kind.REJECTED),
    /** An option's value is of the wrong type or out of its range. */
    INVALID_OPTION(Kind.REJECTED),
    /** The output type is not one that numbers can be written in. */
    INVALID_OUTPUT_TYPE(Kind.REJECTED),
    /** A list of weights does not have one weight for each model. */
    WEIGHTS_WRONG_LENGTH(Kind.REJECTED),
    /** A weight is NaN or infinite. */
    WEIGHTS_NOT_FINITE(Kind.REJECTED),
    /** The weights of the models that hold a parameter cancel out. */
    WEIGHTS_SUM_TO_ZERO(Kind.REJECTED),
    /** A parameter would be merged, but no rule names a method for it. */
    NO_METHOD_FOR_PARAMETER(Kind.REJECTED),
    /** A method cannot merge as many models as hold a parameter. */
    WRONG_NUMBER_OF_MODELS(Kind.REJECTED),
    /** The merge does not fit in the memory that it may take. */
    NOT_ENOUGH_MEMORY(Kind.REJECTED),

    // Models.

    /** There is nothing at the model's location. */
    MODEL_NOT_FOUND(Kind.REJECTED),
    /** No adapter recognises the model. */
    MODEL_NOT_RECOGNIZED(Kind.REJECTED),
    /** A directory holds no weights. */
    NO_WEIGHTS(Kind.REJECTED),
    /** A file is empty or ends too early. */
    FILE_TRUNCATED(Kind.REJECTED),
    /** A header is longer than the format allows. */
    HEADER_TOO_LARGE(Kind.REJECTED),
    /** A header is not well-formed JSON, or not of the form that the format asks for. */
    HEADER_INVALID(Kind.REJECTED),
    /** A name stands twice in a header. */
    DUPLICATE_NAME(Kind.REJECTED),
    /** A parameter's shape is malformed: negative, or beyond 64 bits. */
    SHAPE_INVALID(Kind.REJECTED),
    /** Offsets overlap, leave holes, run past the end, or disagree with shape and type. */
    OFFSETS_INVALID(Kind.REJECTED),
    /** A shard index is malformed. */
    INDEX_INVALID(Kind.REJECTED),
    /** A shard that the index names is not there. */
    SHARD_MISSING(Kind.REJECTED),
    /** Index and shards disagree on where a parameter is. */
    INDEX_MISMATCH(Kind.REJECTED),
    /** A file name in a model leaves the model's directory. */
    UNSAFE_PATH(Kind.REJECTED),
    /** A model is not the one that the plan was made for. */
    MODEL_CHANGED(Kind.REJECTED),
    /** An array in memory cannot be used as a parameter. */
    INVALID_ARRAY(Kind.REJECTED),

    // Output.

    /** No adapter can write the output, or not with what is asked of it. */
    OUTPUT_NOT_SUPPORTED(Kind.REJECTED),
    /** The output is there already and may not be overwritten. */
    OUTPUT_EXISTS(Kind.REJECTED),
    /** What would be overwritten is not a model. */
    OUTPUT_NOT_A_MODEL(Kind.REJECTED),
    /** Overwriting the output would destroy one of the inputs beside it. */
    OUTPUT_CONTAINS_INPUT(Kind.REJECTED),

    // Plugins.

    /** Two plugins of one kind have the same name. */
    DUPLICATE_PLUGIN(Kind.REJECTED),
    /** A plugin cannot be loaded, or its name is malformed. */
    INVALID_PLUGIN(Kind.REJECTED),
    /** A plugin threw an exception or broke its contract. */
    PLUGIN_FAILED(Kind.REJECTED),

    // The world.

    /** The operating system could not read something. */
    CANNOT_READ(Kind.IO),
    /** The operating system could not write something. */
    CANNOT_WRITE(Kind.IO),
    /** There is no room left on the disk. */
    DISK_FULL(Kind.IO),
    /** The merge was interrupted. */
    CANCELLED(Kind.CANCELLED),

    // Warnings: the merge goes on.

    /** Nothing can be merged: the base comes back as it is. */
    NO_PARAMETERS_TO_MERGE(Kind.WARNING),
    /** A rule or filter matches no parameter of the base. */
    SELECTOR_MATCHES_NOTHING(Kind.WARNING);

    /** What follows from a code. */
    public enum Kind {
        /** The request or a model is not acceptable. */
        REJECTED,
        /** The operating system failed to read or write. */
        IO,
        /** The caller asked to stop. */
        CANCELLED,
        /** Worth knowing, not a failure. */
        WARNING
    }

    private final Kind kind;

    ErrorCode(Kind kind) {
        this.kind = kind;
    }

    /** What follows from this code. */
    public Kind kind() {
        return kind;
    }
}
