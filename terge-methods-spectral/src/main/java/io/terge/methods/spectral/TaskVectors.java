package io.terge.methods.spectral;

import io.terge.spi.method.Matrix;
import io.terge.spi.method.Output;
import io.terge.spi.method.ParameterMerge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** The weighted task vectors of one parameter, those of the models with weights other than 0. */
final class TaskVectors {

    private final ParameterMerge merge;
    private final double[] base;
    private final List<Matrix> vectors = new ArrayList<>();

    private TaskVectors(ParameterMerge merge) {
        this.merge = merge;
        this.base = merge.baseMatrix().values();
        double[] weights = merge.weights();
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] != 0) {
                vectors.add(weighted(merge.matrix(i), weights[i]));
            }
        }
    }

    private Matrix weighted(Matrix input, double weight) {
        double[] values = input.values();
        for (int e = 0; e < values.length; e++) {
            values[e] = weight * (values[e] - base[e]);
        }
        return input;
    }

    /**
     * Merges a parameter into the base plus {@code lambda}, an option, times an update.
     *
     * @param ofMatrices computes the update of a parameter with two dimensions; it may overwrite
     *     the task vectors
     * @param ofOthers computes the update of other parameters
     */
    static Output merge(
            ParameterMerge merge,
            Function<TaskVectors, double[]> ofMatrices,
            Function<TaskVectors, double[]> ofOthers) {
        if (merge.shape().elements() == 0) {
            return Output.whole(new double[0]);
        }
        TaskVectors all = new TaskVectors(merge);
        if (!all.areFinite()) {
            merge.note("a task vector contains NaN or infinity: all elements are NaN");
            Arrays.fill(all.base, Double.NaN);
            return Output.whole(all.base);
        }
        if (merge.shape().rank() > 2) {
            merge.note("more than two dimensions: mean of the task vectors");
        }
        if (!all.areZero()) {
            all.add((merge.shape().rank() == 2 ? ofMatrices : ofOthers).apply(all));
        }
        return Output.whole(all.base);
    }

    // An update of 0 keeps the base bit for bit, also -0.
    private void add(double[] update) {
        double lambda = merge.options().number("lambda");
        for (int e = 0; e < base.length; e++) {
            double term = lambda * update[e];
            base[e] = term == 0 ? base[e] : base[e] + term;
        }
    }

    private boolean areFinite() {
        boolean finite = true;
        for (Matrix vector : vectors) {
            for (double value : vector.values()) {
                finite &= Math.abs(value) <= Double.MAX_VALUE;
            }
        }
        return finite;
    }

    private boolean areZero() {
        boolean zero = true;
        for (Matrix vector : vectors) {
            for (double value : vector.values()) {
                zero &= value == 0;
            }
        }
        return zero;
    }

    /** The number of task vectors. */
    int count() {
        return vectors.size();
    }

    /** The number of rows of the matrix. */
    int rows() {
        return vectors.getFirst().rows();
    }

    /** The number of columns of the matrix. */
    int columns() {
        return vectors.getFirst().columns();
    }

    /** The number of singular values of the matrix. */
    int smaller() {
        return Math.min(rows(), columns());
    }

    /** A task vector times its weight; not a copy. */
    Matrix get(int index) {
        return vectors.get(index);
    }

    /** The sum of the task vectors times their weights, in a new array. */
    Matrix sum() {
        double[] sum = new double[base.length];
        for (Matrix vector : vectors) {
            double[] values = vector.values();
            for (int e = 0; e < sum.length; e++) {
                sum[e] += values[e];
            }
        }
        return Matrix.of(rows(), columns(), sum);
    }

    /** The mean of the task vectors times their weights, in a new array. */
    double[] mean() {
        double[] mean = sum().values();
        for (int e = 0; e < mean.length; e++) {
            mean[e] /= vectors.size();
        }
        return mean;
    }

    /** Adds a note for the user. */
    void note(String what) {
        merge.note(what);
    }

    /** The value of an option that is a number. */
    double option(String name) {
        return merge.options().number(name);
    }
}
