package io.terge.error;

import java.io.Serializable;

/**
 * A stable identifier of a kind of problem. Terge's own codes are in {@link TergeCode}; a plugin
 * declares its codes in an enum that implements this interface:
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
 * <p>The name of a code is stable: scripts and tests may rely on it. Prefix it with the name of the
 * format or method, to keep it distinct from the codes of other plugins.
 *
 * @since 0.1
 */
public interface ErrorCode extends Serializable {

    /** The consequence of a problem. */
    enum Kind {
        /** The request or a model is not acceptable. */
        REJECTED,
        /** The operating system failed to read or write. */
        IO,
        /** The caller cancelled the merge. */
        CANCELLED,
        /** The merge continues; the user should know. */
        WARNING
    }

    /** The code as messages and JSON show it: capitals and underscores. */
    String name();

    /** The consequence of problems with this code. */
    Kind kind();
}
