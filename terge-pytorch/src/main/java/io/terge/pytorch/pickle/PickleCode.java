package io.terge.pytorch.pickle;

import io.terge.error.ErrorCode;

/**
 * Problems specific to pickles.
 *
 * @since 0.1
 */
public enum PickleCode implements ErrorCode {
    /** The bytes are not a pickle that Python could load. */
    PICKLE_INVALID,
    /** The pickle names a function that is made to run code. */
    PICKLE_HOSTILE,
    /** In strict mode, the pickle names a function or class that is not known. */
    PICKLE_UNKNOWN_GLOBAL,
    /** The pickle exceeds one of the {@link PickleLimits}. */
    PICKLE_TOO_LARGE,
    /** The pickle is valid, but cannot be read without the program that wrote it. */
    PICKLE_UNSUPPORTED;

    @Override
    public Kind kind() {
        return Kind.REJECTED;
    }
}
