package io.terge.methods.spectral;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.spi.method.MergeMethod;
import io.terge.testkit.Agreement;
import io.terge.testkit.MergeCase;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.Map;

class StarTest extends SpectralContract {

    @Override
    protected MergeMethod method() {
        return new Star();
    }

    @Test
    void equalsAnIndependentReference() {
        for (int[] size : Matrices.SIZES) {
            for (double eta : new double[] {0, 0.4, 0.75, 1}) {
                Matrices some = Matrices.random(4, 3, size[0], size[1]);
                double[] weights = {0.2, 0.5, 0.3};
                double[][] expected = new double[size[0]][size[1]];
                for (int i = 0; i < 3; i++) {
                    expected = Dense.sum(expected, weights[i], truncated(some.taskVector(i), eta));
                }
                Matrices.assertSame(
                        some.update(method(), Map.of("eta", eta + ""), weights), expected);
            }
        }
    }

    @Test
    void agreesWithTheReferenceOnTensorsOfAllShapes() {
        Agreement.check(method(), 3, Map.of(), StarTest::slow);
        Agreement.check(method(), 1, Map.of(), StarTest::slow);
    }

    private static double[] slow(MergeCase example) {
        double[] result = example.base().clone();
        for (int i = 0; i < example.inputs().size(); i++) {
            double weight = example.inputs().get(i).weight();
            double[] update = updated(example, i);
            Arrays.setAll(result, e -> result[e] + weight * update[e]);
        }
        return result;
    }

    private static double[] updated(MergeCase example, int input) {
        double[] vector = example.numbers().get(input).clone();
        Arrays.setAll(vector, e -> vector[e] - example.base()[e]);
        if (example.shape().rank() != 2 || Arrays.stream(vector).allMatch(value -> value == 0)) {
            return vector;
        }
        int rows = Math.toIntExact(example.shape().dimensions().getFirst());
        return Dense.flat(truncated(Dense.of(rows, vector.length / rows, vector), 0.4));
    }

    private static double[][] truncated(double[][] taskVector, double eta) {
        JacobiSvd svd = JacobiSvd.of(taskVector);
        double all = Arrays.stream(svd.sigma()).sum();
        int count = 1;
        while (count < svd.sigma().length
                && Arrays.stream(svd.sigma(), 0, count).sum() < eta * all) {
            count++;
        }
        double kept = Arrays.stream(svd.sigma(), 0, count).sum();
        return svd.with(Dense.times(all / kept, Arrays.copyOf(svd.sigma(), count)));
    }

    @Test
    void keepsTheNuclearNormOfEachModel() {
        Matrices one = Matrices.random(5, 1, 8, 5);
        double[] merged = JacobiSvd.of(one.update(method(), Map.of(), 1)).sigma();
        double norm = Arrays.stream(JacobiSvd.of(one.taskVector(0)).sigma()).sum();
        assertThat(Arrays.stream(merged).sum() / norm).isBetween(1 - 1e-12, 1 + 1e-12);
        assertThat(Arrays.stream(merged).filter(value -> value > 1e-9 * norm).count())
                .isLessThan(5);
    }

    @Test
    void keepsTaskVectorsOfWhichEtaKeepsAll() {
        Matrices one = Matrices.random(6, 1, 4, 9);
        Matrices.assertSame(one.update(method(), Map.of("eta", "1"), 1), one.taskVector(0));
    }
}
