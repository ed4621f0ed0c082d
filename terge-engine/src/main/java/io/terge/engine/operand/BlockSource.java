package io.terge.engine.operand;

/** Gives the numbers of the blocks of a chunk. */
@FunctionalInterface
public interface BlockSource {

    /** Returns the numbers of a block, in the first places of an array. */
    double[] numbers(int at, int length);

    /**
     * Counts the elements of models that the block was made from and that are not finite. Called
     * after {@link #numbers}, whose array may be changed now.
     *
     * @param isFinite whether the whole result is finite
     */
    default void count(int at, int length, boolean isFinite, ModelCount count) {}

    /** Told of elements of a model that are not finite. */
    @FunctionalInterface
    interface ModelCount {

        void add(int model, long notFinite);
    }
}
