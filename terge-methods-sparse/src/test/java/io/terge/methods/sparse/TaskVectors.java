package io.terge.methods.sparse;

import io.terge.testkit.MergeCase;

/** Task vectors as whole arrays. */
final class TaskVectors {

    private TaskVectors() {}

    static double[] of(MergeCase example, int input) {
        double[] vector = example.numbers().get(input).clone();
        for (int e = 0; e < vector.length; e++) {
            vector[e] -= example.base()[e];
        }
        return vector;
    }
}
