package io.terge.json;

import io.terge.error.ErrorCode;

/** The codes of a plugin. */
enum SomeCode implements ErrorCode {
    NPZ_ODD;

    @Override
    public Kind kind() {
        return Kind.WARNING;
    }
}
