package io.terge.djl.memory;

import io.terge.error.ErrorCode;

/** Problems specific to DJL models. */
enum DjlCode implements ErrorCode {
    /** A model has no block, or a parameter of a block has no values yet. */
    DJL_NOT_INITIALIZED(Kind.REJECTED),
    /** The memory of a parameter has been freed. */
    DJL_CLOSED(Kind.REJECTED),
    /** A parameter has a type that DJL cannot handle. */
    DJL_TYPE_NOT_SUPPORTED(Kind.REJECTED),
    /** A block that is to be written does not have the parameters of the merged model. */
    DJL_TARGET_MISMATCH(Kind.REJECTED),
    /** A block may have buffers that DJL does not show. */
    DJL_BUFFERS_NOT_VISIBLE(Kind.WARNING);

    private final Kind kind;

    DjlCode(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
