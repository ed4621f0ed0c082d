package io.terge.methods.sparse.part;

import io.terge.methods.sparse.part.Vectors.Counter;
import io.terge.spi.method.ModelSurvey.ModelReduction;

/** Counts elements; what is left to say is which blocks are parts of which vectors. */
interface Counting extends ModelReduction<long[][]> {

    /** What counts. */
    Counter counter();

    @Override
    default long[][] start() {
        return counter().start();
    }

    @Override
    default long[][] join(long[][] left, long[][] right) {
        counter().join(left, right);
        return left;
    }

    @Override
    default boolean isExact() {
        return true;
    }
}
