package io.terge.methods.spherical;

import io.terge.spi.method.Block;
import io.terge.spi.method.Reduction;

/**
 * The inner products of two vectors for each column: of a tensor whose elements are numbered in
 * row-major order, the elements whose numbers have the same remainder.
 *
 * @param columns how many columns there are
 * @param hasBase whether the vectors are task vectors
 */
record ColumnProducts(int columns, boolean hasBase) implements Reduction<ColumnSums> {

    @Override
    public ColumnSums start() {
        return new ColumnSums(columns);
    }

    @Override
    public ColumnSums add(ColumnSums soFar, Block block) {
        double[][] vectors = Vectors.of(block, hasBase);
        soFar.add(block.start(), vectors[0], vectors[1], block.length());
        return soFar;
    }

    @Override
    public ColumnSums join(ColumnSums left, ColumnSums right) {
        left.add(right);
        return left;
    }
}
