package io.terge.spi.method;

/**
 * Fills one block of the output.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface BlockFunction {

    /** Sets every element of {@link Block#output()}. */
    void apply(Block block);
}
