package io.terge.methods.sparse.part;

/**
 * Drops elements of task vectors: sets them to 0, and may scale the others. Called on several
 * threads at once, so it keeps no state.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface Sparsifier {

    /**
     * Works on a part of a task vector: a block, or a whole row if the method reads rows.
     *
     * @param input the index of the model among the inputs
     * @param start the index of the first element in the parameter
     * @param vector the elements, to be changed
     * @param length the number of elements
     */
    void apply(int input, long start, double[] vector, int length);

    /** Returns the sparsifier that keeps everything. */
    static Sparsifier none() {
        return (input, start, vector, length) -> {};
    }

    /** Returns this sparsifier, followed by another. */
    default Sparsifier then(Sparsifier next) {
        return (input, start, vector, length) -> {
            apply(input, start, vector, length);
            next.apply(input, start, vector, length);
        };
    }
}
