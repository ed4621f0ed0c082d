package io.terge.api;

/**
 * What happens if a merge meets elements that are NaN or infinite, in a model or in its result.
 * Parameters whose bytes are copied are not checked.
 *
 * @since 0.1
 */
public enum NonFinitePolicy {

    /** The merge continues, and its report counts them. The default. */
    WARN,

    /** The merge fails, and nothing is written. */
    FAIL
}
