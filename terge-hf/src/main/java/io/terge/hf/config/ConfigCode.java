package io.terge.hf.config;

import io.terge.error.ErrorCode;

/** Problems of configurations. */
enum ConfigCode implements ErrorCode {
    /** A configuration is not valid JSON. */
    CONFIG_INVALID;

    @Override
    public Kind kind() {
        return Kind.WARNING;
    }
}
