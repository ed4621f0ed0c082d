package io.terge.spi.format;

/**
 * How sure an adapter is that a model, or a place for one, is its own. Of all adapters the highest
 * claim wins; two equal ones above {@link #NONE} are an error that names both.
 *
 * @since 0.1
 */
public enum Claim {
    /** It is not one of this format. */
    NONE,
    /** It may be: any directory, any archive. */
    GENERAL,
    /** It says so itself: by the ending of its name, or by a file that only this format has. */
    SPECIFIC
}
