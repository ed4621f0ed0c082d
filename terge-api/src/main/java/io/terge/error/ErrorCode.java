package io.terge.error;

import java.io.Serializable;

/**
 * What kind of thing is wrong. Terge's own codes are in {@link TergeCode}; a plugin declares its
 * codes in an enum that implements this interface:
 *
 * <pre>{@code
 * enum NpzCode implements ErrorCode {
 *     NPZ_BAD_MAGIC;
 *
 *     public Kind kind() {
 *         return Kind.REJECTED;
 *     }
 * }
 * }</pre>
 *
 * <p>The name of a code is stable: scripts and tests may rely on it. Start it with the name of the
 * format or method, so that it differs from everybody else's.
 *
 * @since 0.1
 */
public interface ErrorCode extends Serializable {

    /** What follows from a code. */
    enum Kind {
        /** The request or a model is not acceptable. */
        REJECTED,
        /** The operating system failed to read or write. */
        IO,
        /** The caller asked to stop. */
        CANCELLED,
        /** Worth knowing, not a failure. */
        WARNING
    }

    /** The code as messages and JSON show it: capitals and underscores. */
    String name();

    /** What follows from this code. */
    Kind kind();
}
