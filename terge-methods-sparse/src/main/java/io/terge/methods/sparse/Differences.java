package io.terge.methods.sparse;

/** Makes task vectors of inputs. */
final class Differences {

    private Differences() {}

    /** Subtracts the base from an input, in place. */
    static void subtract(double[] input, double[] base, int length) {
        for (int e = 0; e < length; e++) {
            input[e] -= base[e];
        }
    }
}
