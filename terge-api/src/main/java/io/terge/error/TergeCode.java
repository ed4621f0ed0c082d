package io.terge.error;

/**
 * Terge's own codes. Plugins define their own; see {@link ErrorCode}. Names are stable: scripts and
 * tests may rely on them.
 *
 * @since 0.1
 */
public enum TergeCode implements ErrorCode {

    // The request.

    /** No model is given. */
    NO_MODELS(Kind.REJECTED),
    /** A merge was requested without an output. */
    NO_OUTPUT(Kind.REJECTED),
    /** The index of the base is out of range. */
    BASE_OUT_OF_RANGE(Kind.REJECTED),
    /** A part of the request refers to a model whose index is out of range. */
    MODEL_OUT_OF_RANGE(Kind.REJECTED),
    /** A method needs a base, but the request has no explicit one. */
    BASE_REQUIRED(Kind.REJECTED),
    /** No merge method of this name is installed. */
    UNKNOWN_METHOD(Kind.REJECTED),
    /** A model is the output of a stage that the request does not have, or has later. */
    UNKNOWN_STAGE(Kind.REJECTED),
    /** No selector of this scheme is installed. */
    UNKNOWN_SELECTOR(Kind.REJECTED),
    /** A selector's expression is malformed. */
    INVALID_SELECTOR(Kind.REJECTED),
    /** A method has no option of this name. */
    UNKNOWN_OPTION(Kind.REJECTED),
    /** An option's value is of the wrong type or out of its range. */
    INVALID_OPTION(Kind.REJECTED),
    /** An option without a default is not set. */
    MISSING_OPTION(Kind.REJECTED),
    /** A method rejects a combination of options or weights, although each is valid by itself. */
    OPTIONS_REFUSED(Kind.REJECTED),
    /** A rename is malformed, or gives two parameters of a model the same name. */
    INVALID_RENAME(Kind.REJECTED),
    /** An explicit layout refers to something that is missing or does not fit. */
    INVALID_LAYOUT(Kind.REJECTED),
    /** Parameters that are meaningful only together would be merged one by one. */
    GROUP_NOT_MERGEABLE(Kind.REJECTED),
    /** The output type is not a floating-point type. */
    INVALID_OUTPUT_TYPE(Kind.REJECTED),
    /** Rows of embeddings would be merged that belong to different tokens. */
    TOKENS_CONFLICT(Kind.REJECTED),
    /** A list of weights does not have one weight for each model. */
    WEIGHTS_WRONG_LENGTH(Kind.REJECTED),
    /** A weight is NaN or infinite. */
    WEIGHTS_NOT_FINITE(Kind.REJECTED),
    /** The weights of the models that have a parameter sum to zero. */
    WEIGHTS_SUM_TO_ZERO(Kind.REJECTED),
    /** A parameter is to be merged, but no method rule matches it. */
    NO_METHOD_FOR_PARAMETER(Kind.REJECTED),
    /** A method does not support the number of models that have a parameter. */
    WRONG_NUMBER_OF_MODELS(Kind.REJECTED),
    /** Elements of a model or of the result are NaN or infinite, which the request forbids. */
    NON_FINITE_VALUES(Kind.REJECTED),
    /** The merge needs more memory than the limit. */
    NOT_ENOUGH_MEMORY(Kind.REJECTED),

    // Models.

    /** There is nothing at the model's location. */
    MODEL_NOT_FOUND(Kind.REJECTED),
    /** No adapter claims the model, or several make the same claim. */
    MODEL_NOT_RECOGNIZED(Kind.REJECTED),
    /** No adapter of this name is installed. */
    UNKNOWN_ADAPTER(Kind.REJECTED),
    /** The adapter of a model, or of a target, has no setting of this name. */
    UNKNOWN_SETTING(Kind.REJECTED),
    /** A setting's value is not one that the adapter understands. */
    INVALID_SETTING(Kind.REJECTED),
    /** A model refers to itself, possibly through other models. */
    MODEL_CYCLE(Kind.REJECTED),
    /** A file is empty or ends too early. */
    FILE_TRUNCATED(Kind.REJECTED),
    /** A header contains the same name twice. */
    DUPLICATE_NAME(Kind.REJECTED),
    /** A parameter's shape is malformed: negative, or beyond 64 bits. */
    SHAPE_INVALID(Kind.REJECTED),
    /** A model, or a merge, has more files than terge searches or the system allows. */
    TOO_MANY_FILES(Kind.REJECTED),
    /** A file name in a model points outside the model's directory. */
    UNSAFE_PATH(Kind.REJECTED),
    /** A model has changed since the plan was made, or while it was read. */
    MODEL_CHANGED(Kind.REJECTED),
    /** An array in memory cannot be used as a parameter. */
    INVALID_ARRAY(Kind.REJECTED),

    // Output.

    /** No adapter can write the output as requested. */
    OUTPUT_NOT_SUPPORTED(Kind.REJECTED),
    /** The output already exists and may not be overwritten. */
    OUTPUT_EXISTS(Kind.REJECTED),
    /** Another process is replacing the model at the target. */
    OUTPUT_IN_USE(Kind.REJECTED),
    /** The target that would be overwritten is not a model. */
    OUTPUT_NOT_A_MODEL(Kind.REJECTED),
    /** Overwriting the output would destroy an input inside it. */
    OUTPUT_CONTAINS_INPUT(Kind.REJECTED),
    /** The output is in the directory of an input, and would become a part of it. */
    OUTPUT_WITHIN_INPUT(Kind.REJECTED),
    /** Two outputs of a merge in stages have the same path, or one is within the other. */
    OUTPUTS_OVERLAP(Kind.REJECTED),

    // Plans in files.

    /** A file is not a plan, or has an unsupported version. */
    INVALID_PLAN(Kind.REJECTED),
    /** A plan cannot be saved, because it refers to a model in memory. */
    PLAN_NOT_SAVABLE(Kind.REJECTED),
    /** A plugin is missing, or differs from the one the plan was made with. */
    PLUGIN_CHANGED(Kind.REJECTED),

    // Plugins.

    /** Two plugins of one kind have the same name. */
    DUPLICATE_PLUGIN(Kind.REJECTED),
    /** A plugin cannot be loaded, or its name is malformed. */
    INVALID_PLUGIN(Kind.REJECTED),
    /** A plugin threw an exception or broke its contract. */
    PLUGIN_FAILED(Kind.REJECTED),

    // The environment.

    /** The operating system could not read something. */
    CANNOT_READ(Kind.IO),
    /** The operating system could not write something. */
    CANNOT_WRITE(Kind.IO),
    /** The disk is full. */
    DISK_FULL(Kind.IO),
    /** The merge was cancelled. */
    CANCELLED(Kind.CANCELLED),

    // Warnings: the merge continues.

    /** No parameter can be merged: the output is a copy of the base. */
    NO_PARAMETERS_TO_MERGE(Kind.WARNING),
    /** The base and a model do not have the same parameters; some are copied or dropped. */
    PARAMETERS_NOT_MERGED(Kind.WARNING),
    /** A model differs from the base in what its weights mean, such as a number of heads. */
    MODELS_DIFFER(Kind.WARNING),
    /** A model assigns other IDs to tokens than the base, or has other tokens. */
    TOKENS_DIFFER(Kind.WARNING),
    /** A model uses one parameter under two names for which another model has two. */
    TIES_DIFFER(Kind.WARNING),
    /** Parameters keep their types, because they are meaningful only together with others. */
    TYPE_KEPT(Kind.WARNING),
    /** A selector of a rule or filter matches no parameter of the output. */
    SELECTOR_MATCHES_NOTHING(Kind.WARNING),
    /** A jar in a plugin directory registers no plugins. */
    JAR_WITHOUT_PLUGINS(Kind.WARNING),
    /** Earlier rules match every parameter that a rule matches. */
    RULE_NEVER_APPLIES(Kind.WARNING),
    /** Weights are set for parameters whose methods do not use weights. */
    WEIGHTS_HAVE_NO_EFFECT(Kind.WARNING),
    /** Elements of a model are NaN or infinite. */
    NON_FINITE_INPUT(Kind.WARNING),
    /** Finite results are beyond the range of the output's type. */
    OUTPUT_OUT_OF_RANGE(Kind.WARNING),
    /** Finite elements have a result that is NaN or infinite. */
    NON_FINITE_RESULT(Kind.WARNING),
    /** Links to a directory whose files are already part of the model are not followed. */
    LINK_NOT_FOLLOWED(Kind.WARNING),
    /** A model has entries that cannot be copied, such as links to nothing. */
    ENTRY_NOT_COPIED(Kind.WARNING),
    /** The file system has no locks: concurrent merges into one target are not detected. */
    NO_LOCKS(Kind.WARNING),
    /** A temporary directory, or a model that was replaced, could not be removed. */
    NOT_REMOVED(Kind.WARNING);

    private final Kind kind;

    TergeCode(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
