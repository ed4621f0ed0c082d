package io.terge.methods.sparse.part;

import io.terge.spi.method.Block;
import io.terge.spi.method.BlockFunction;

/**
 * Computes a block of the output: task vectors, what is kept of them, and their combination.
 *
 * @param sparsifier what is kept of each task vector
 * @param combination how they are combined
 * @param weights their weights; not copied
 * @since 0.1
 */
public record SparseBlock(Sparsifier sparsifier, Combination combination, double[] weights)
        implements BlockFunction {

    @Override
    public void apply(Block block) {
        double[] base = block.base();
        double[][] vectors = new double[weights.length][];
        for (int i = 0; i < vectors.length; i++) {
            vectors[i] = block.input(i);
            Differences.subtract(vectors[i], base, block.length());
            sparsifier.apply(i, block.start(), vectors[i], block.length());
        }
        combination.combine(vectors, weights, base, block.output(), block.length());
    }
}
