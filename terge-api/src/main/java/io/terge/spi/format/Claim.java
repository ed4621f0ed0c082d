package io.terge.spi.format;

/**
 * How certain an adapter is that a model, or the target of one, has its format. The highest claim
 * of all adapters wins; several equal ones above {@link #NONE} are an error, which names the
 * adapters.
 *
 * @since 0.1
 */
public enum Claim {
    /** It does not have this format. */
    NONE,
    /** It may have this format, like any directory or any archive. */
    GENERAL,
    /**
     * It clearly has this format: by its file extension, or by a file that only this format has.
     */
    SPECIFIC,
    /** The reference asks for a view of a model, whatever the format of that model is. */
    VIEW
}
