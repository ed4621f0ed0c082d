package io.terge.methods.sparse.part;

/**
 * Makes task vectors of inputs.
 *
 * @since 0.1
 */
public final class Differences {

    private Differences() {}

    /**
     * Subtracts the base from an input, in place.
     *
     * @param input the values of a model, which become those of its task vector
     * @param base the values of the base
     * @param length the number of elements
     */
    public static void subtract(double[] input, double[] base, int length) {
        for (int e = 0; e < length; e++) {
            input[e] -= base[e];
        }
    }
}
