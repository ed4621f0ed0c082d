package io.terge.pytorch.pickle;

/**
 * Python's {@code None}.
 *
 * @since 0.1
 */
public enum PickleNone implements PickleValue {
    /** The only value. */
    NONE
}
