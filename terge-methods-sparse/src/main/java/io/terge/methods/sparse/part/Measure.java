package io.terge.methods.sparse.part;

import io.terge.spi.method.Block;

/**
 * Computes the values by which elements are ranked, for one or more vectors of a parameter. Called
 * on several threads at once, so it keeps no state; the same block must give the same values each
 * time, because elements are ranked in several passes.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface Measure {

    /**
     * Computes the values of the elements of a block.
     *
     * @param block a block without output; its arrays may be overwritten and returned
     * @return an array for each vector, of which the first {@link Block#length()} values are valid
     */
    double[][] of(Block block);

    /**
     * Returns the measure of task vectors (inputs minus base), one for each input.
     *
     * @param inputs the number of inputs
     */
    static Measure taskVectors(int inputs) {
        return block -> {
            double[] base = block.base();
            double[][] vectors = new double[inputs][];
            for (int i = 0; i < inputs; i++) {
                vectors[i] = block.input(i);
                Differences.subtract(vectors[i], base, block.length());
            }
            return vectors;
        };
    }
}
