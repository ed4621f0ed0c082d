package io.terge.spi.method;

/**
 * Computes the output block by block. Called on several threads at once, each with its own block.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface BlockFunction {

    /** Sets the first {@link Block#length()} elements of {@link Block#output()}. */
    void apply(Block block);
}
