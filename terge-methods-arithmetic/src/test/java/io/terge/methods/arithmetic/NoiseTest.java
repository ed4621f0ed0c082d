package io.terge.methods.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.spi.method.MergeMethod;
import io.terge.testkit.MergeCase;
import io.terge.testkit.MergeMethodContract;
import io.terge.testkit.ReferenceMerge;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

class NoiseTest extends MergeMethodContract {

    private static final int COUNT = 100_000;

    @Override
    protected MergeMethod method() {
        return new Noise();
    }

    @Override
    protected boolean isIdempotent() {
        return false;
    }

    @Test
    void hasTheMeanOfTheModelAndTheVarianceOfTheNoise() {
        double[] noise = run(COUNT, Map.of("noise_scale", "0.25"));
        double sum = 0;
        double squares = 0;
        for (int e = 0; e < COUNT; e++) {
            double one = noise[e] - e; // The elements of the model are their indexes.
            sum += one;
            squares += one * one;
        }
        double four = 4 / Math.sqrt(COUNT);
        assertThat(sum / COUNT).isBetween(-0.25 * four, 0.25 * four);
        assertThat(squares / COUNT / (0.25 * 0.25))
                .isBetween(1 - four * Math.sqrt(2), 1 + four * Math.sqrt(2));
    }

    @Test
    void isScaledWithTheModel() {
        double[] once = run(100, Map.of("noise_scale", "0.5"));
        assertThat(run(100, Map.of("noise_scale", "0.5", "scale", "2")))
                .containsExactly(Arrays.stream(once).map(one -> 2 * one).toArray());
        assertThat(run(100, Map.of("noise_scale", "0.5", "scale", "0"))).containsOnly(0);
    }

    @Test
    void withoutNoiseIsTheModelScaled() {
        double[] model = model(100);
        assertThat(run(100, Map.of("noise_scale", "0"))).containsExactly(model);
        assertThat(run(100, Map.of("noise_scale", "0", "scale", "3")))
                .containsExactly(Arrays.stream(model).map(one -> 3 * one).toArray());
    }

    private double[] run(int count, Map<String, String> options) {
        MergeCase example = MergeCase.of(List.of(model(count))).withOptions(method(), options);
        return ReferenceMerge.inOneBlock().run(method(), example).values();
    }

    private static double[] model(int count) {
        double[] values = new double[count];
        Arrays.setAll(values, e -> e);
        return values;
    }
}
