package io.terge.methods.sparse;

import io.terge.testkit.MergeCase;

import java.util.Comparator;
import java.util.stream.IntStream;

/** TIES over whole arrays, with sorting: slow and plain. */
final class SlowTies {

    private SlowTies() {}

    static double[] of(MergeCase example, double density, double lambda, boolean normalize) {
        int n = example.base().length;
        int models = example.numbers().size();
        double[][] kept = new double[models][n];
        for (int i = 0; i < models; i++) {
            double[] input = example.numbers().get(i);
            double[] vector = new double[n];
            for (int e = 0; e < n; e++) {
                vector[e] = input[e] - example.base()[e];
            }
            double[] row = kept[i];
            IntStream.range(0, n)
                    .boxed()
                    .sorted(Comparator.comparing((Integer e) -> -Math.abs(vector[e])))
                    .limit((long) (density * n))
                    .forEach(e -> row[e] = vector[e]);
        }
        double[] output = example.base().clone();
        for (int e = 0; e < n; e++) {
            double sum = 0;
            for (int i = 0; i < models; i++) {
                sum += example.inputs().get(i).weight() * kept[i][e];
            }
            double agreed = 0;
            double weights = 0;
            for (int i = 0; i < models; i++) {
                double value = example.inputs().get(i).weight() * kept[i][e];
                if (value != 0 && (value > 0) == (sum >= 0)) {
                    agreed += value;
                    weights += example.inputs().get(i).weight();
                }
            }
            output[e] += lambda * (normalize && weights != 0 ? agreed / weights : agreed);
        }
        return output;
    }
}
