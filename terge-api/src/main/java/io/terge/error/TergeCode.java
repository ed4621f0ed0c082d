package io.terge.error;

/**
 * The codes of terge itself. Plugins bring enums of their own, see {@link ErrorCode}. Names are
 * stable: scripts and tests may rely on them.
 *
 * @since 0.1
 */
public enum TergeCode implements ErrorCode {

    // What is asked for.

    /** No model is given. */
    NO_MODELS(Kind.REJECTED),
    /** A merge is to run, but no output is given. */
    NO_OUTPUT(Kind.REJECTED),
    /** The base's index is not one of the models'. */
    BASE_OUT_OF_RANGE(Kind.REJECTED),
    /** Something is said of a model whose index is not one of the models'. */
    MODEL_OUT_OF_RANGE(Kind.REJECTED),
    /** A method needs a base, and the request names none. */
    BASE_REQUIRED(Kind.REJECTED),
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
    /** A method needs an option that the request does not set. */
    MISSING_OPTION(Kind.REJECTED),
    /** A method refuses its options or weights together, although each is valid by itself. */
    OPTIONS_REFUSED(Kind.REJECTED),
    /** A rename is malformed, or gives two parameters of a model one name. */
    INVALID_RENAME(Kind.REJECTED),
    /** A layout that is given in full names something that is not there or does not fit. */
    INVALID_LAYOUT(Kind.REJECTED),
    /** Parameters that mean something only together would be merged one by one. */
    GROUP_NOT_MERGEABLE(Kind.REJECTED),
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
    /** No adapter claims the model, or several do with equal right. */
    MODEL_NOT_RECOGNIZED(Kind.REJECTED),
    /** No adapter of this name is installed. */
    UNKNOWN_ADAPTER(Kind.REJECTED),
    /** A model is made from itself, by way of the models that it names. */
    MODEL_CYCLE(Kind.REJECTED),
    /** A file is empty or ends too early. */
    FILE_TRUNCATED(Kind.REJECTED),
    /** A name stands twice in a header. */
    DUPLICATE_NAME(Kind.REJECTED),
    /** A parameter's shape is malformed: negative, or beyond 64 bits. */
    SHAPE_INVALID(Kind.REJECTED),
    /** A file name in a model leaves the model's directory. */
    UNSAFE_PATH(Kind.REJECTED),
    /** A model is not the one that the plan was made for. */
    MODEL_CHANGED(Kind.REJECTED),
    /** An array in memory cannot be used as a parameter. */
    INVALID_ARRAY(Kind.REJECTED),

    // Output.

    /** No adapter can write the output, or not with what is asked of it. */
    OUTPUT_NOT_SUPPORTED(Kind.REJECTED),
    /** The output already exists and may not be overwritten. */
    OUTPUT_EXISTS(Kind.REJECTED),
    /** What would be overwritten is not a model. */
    OUTPUT_NOT_A_MODEL(Kind.REJECTED),
    /** Overwriting the output would destroy one of the inputs beside it. */
    OUTPUT_CONTAINS_INPUT(Kind.REJECTED),

    // Plans in files.

    /** A file is not a plan, or of a version that cannot be read. */
    INVALID_PLAN(Kind.REJECTED),
    /** A plan cannot be written to a file: it names a model in memory. */
    PLAN_NOT_SAVABLE(Kind.REJECTED),
    /** A plugin is missing or another one than the plan was made with. */
    PLUGIN_CHANGED(Kind.REJECTED),

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
    /** The disk is full. */
    DISK_FULL(Kind.IO),
    /** The merge was interrupted. */
    CANCELLED(Kind.CANCELLED),

    // Warnings: the merge goes on.

    /** Nothing can be merged: the base comes back as it is. */
    NO_PARAMETERS_TO_MERGE(Kind.WARNING),
    /** A rule or filter matches no parameter of the base. */
    SELECTOR_MATCHES_NOTHING(Kind.WARNING);

    private final Kind kind;

    TergeCode(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
