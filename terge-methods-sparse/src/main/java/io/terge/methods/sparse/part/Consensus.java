package io.terge.methods.sparse.part;

import java.util.Arrays;

/**
 * How the sign of an element is elected. Only task vectors of this sign contribute.
 *
 * @since 0.1
 */
public enum Consensus {
    /** There is no election: all contribute. */
    NONE,
    /** The sign of the weighted sum; positive if it is 0. */
    SUM,
    /** The sign of the unweighted sum: of weights only the signs count, and 0 has no vote. */
    UNWEIGHTED,
    /** The sign that more task vectors have, with the signs of their weights; positive if equal. */
    COUNT;

    /** Returns the weights with which task vectors take part in the election. */
    double[] votes(double[] weights) {
        return this == UNWEIGHTED ? Arrays.stream(weights).map(Math::signum).toArray() : weights;
    }
}
