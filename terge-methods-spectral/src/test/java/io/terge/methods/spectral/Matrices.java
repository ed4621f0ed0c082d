package io.terge.methods.spectral;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.spi.method.MergeMethod;
import io.terge.tensor.Shape;
import io.terge.testkit.MergeCase;
import io.terge.testkit.ReferenceMerge;
import io.terge.testkit.ReferenceMerge.Outcome;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleSupplier;

/** A base and task vectors of one size, and a merge of them. */
record Matrices(int rows, int columns, double[] base, List<double[]> taskVectors) {

    static final int[][] SIZES = {{5, 5}, {4, 9}, {9, 4}, {12, 7}, {3, 20}};

    /** Floats, so that models and task vectors are exact. */
    static Matrices random(long seed, int models, int rows, int columns) {
        Random random = new Random(seed);
        return of(rows, columns, models, () -> random.nextInt(-1000, 1000) / 256.0);
    }

    static Matrices of(int rows, int columns, int models, DoubleSupplier values) {
        List<double[]> vectors = new ArrayList<>();
        for (int i = 0; i <= models; i++) {
            double[] vector = new double[rows * columns];
            Arrays.setAll(vector, e -> values.getAsDouble());
            vectors.add(vector);
        }
        return new Matrices(rows, columns, vectors.removeLast(), vectors);
    }

    static Matrices of(int rows, int columns, double[]... vectors) {
        return new Matrices(rows, columns, new double[rows * columns], List.of(vectors));
    }

    double[][] taskVector(int index) {
        return Dense.of(rows, columns, taskVectors.get(index));
    }

    int smaller() {
        return Math.min(rows, columns);
    }

    Outcome merged(MergeMethod method, Map<String, String> options, double... weights) {
        List<double[]> models =
                taskVectors.stream()
                        .map(
                                vector -> {
                                    double[] model = base.clone();
                                    Arrays.setAll(model, e -> base[e] + vector[e]);
                                    return model;
                                })
                        .toList();
        return ReferenceMerge.inOneBlock()
                .run(
                        method,
                        MergeCase.of(models, weights)
                                .withShape(Shape.of(rows, columns))
                                .withBase(base.clone())
                                .withOptions(method, options));
    }

    /** What the merge adds to the base. */
    double[][] update(MergeMethod method, Map<String, String> options, double... weights) {
        double[] values = merged(method, options, weights).values();
        return Dense.sum(Dense.of(rows, columns, values), -1, Dense.of(rows, columns, base));
    }

    static void assertSame(double[][] actual, double[][] expected) {
        double largest = Arrays.stream(Dense.flat(expected)).map(Math::abs).max().orElse(0);
        double most = 1e-10 * Math.max(1, largest);
        assertWithin(Dense.flat(Dense.sum(actual, -1, expected)), -most, most);
    }

    static void assertWithin(double[] values, double least, double most) {
        for (double value : values) {
            assertThat(value).isBetween(least, most);
        }
    }

    static double[] weights(int models) {
        double[] weights = new double[models];
        Arrays.setAll(weights, i -> 0.5 + 0.75 * i);
        return weights;
    }
}
