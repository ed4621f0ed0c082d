package io.terge.testkit;

import static io.terge.testkit.FaultyMethods.PLAIN;
import static io.terge.testkit.FaultyMethods.method;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.spi.method.Output;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;

/** The order of operations is part of the contract; the expected numbers are worked out by hand. */
class SumsTest {

    private static final double NAN = Double.NaN;

    @Test
    void theMeanOfNegativeZerosIsNegativeZero() {
        assertThat(bits(linear(List.of(-0.0, -0.0), 0.5, 0.5))).isEqualTo(bits(-0.0));
        assertThat(bits(linear(List.of(-0.0, 0.0), 0.5, 0.5))).isEqualTo(bits(0.0));
    }

    @Test
    void anInputWithoutACoefficientIsLeftOut() {
        assertThat(linear(List.of(NAN, 3.0), 0, 2)).isEqualTo(6);
        assertThat(linear(List.of(3.0, NAN), 2, -0.0)).isEqualTo(6);
        assertThat(linear(List.of(Double.POSITIVE_INFINITY, 3.0), 0, 2)).isEqualTo(6);
        // -0 alone stays what it is: nothing is added to it.
        assertThat(bits(linear(List.of(5.0, -0.0), 0, 1))).isEqualTo(bits(-0.0));
        assertThat(linear(List.of(NAN, 3.0), 1e-300, 2)).isNaN();
    }

    @Test
    void aBaseWithoutACoefficientIsLeftOut() {
        assertThat(withBase(NAN, 0, List.of(3.0), 2)).isEqualTo(6);
        assertThat(withBase(NAN, 1, List.of(3.0), 2)).isNaN();
        assertThat(bits(withBase(5, 0, List.of(-0.0), 1))).isEqualTo(bits(-0.0));
    }

    @Test
    void nothingIsPositiveZero() {
        assertThat(bits(linear(List.of(-1.0, NAN), 0, -0.0))).isEqualTo(bits(0.0));
        assertThat(bits(withBase(-1, -0.0, List.of(NAN), 0))).isEqualTo(bits(0.0));
    }

    @Test
    void theBaseComesBeforeTheInputs() {
        // 2^53 + 1 is 2^53, to the even one: the base first gives 0, last it gives 1.
        double large = 0x1p53;
        assertThat(withBase(1, 1, List.of(large, -large), 1, 1)).isZero();
    }

    @Test
    void theInputsComeInTheirOrder() {
        double large = 0x1p53;
        assertThat(linear(List.of(large, -large, 1.0), 1, 1, 1)).isEqualTo(1);
        assertThat(linear(List.of(1.0, large, -large), 1, 1, 1)).isZero();
    }

    @Test
    void productsAreRoundedBeforeTheyAreAdded() {
        // (1 + 2^-30)^2 is 1 + 2^-29 + 2^-60, whose last term a fused operation would keep.
        double factor = 1 + 0x1p-30;
        double product = linear(List.of(-1 - 0x1p-29, factor), 1, factor);
        assertThat(product).isZero();
        assertThat(Math.fma(factor, factor, -1 - 0x1p-29)).isEqualTo(0x1p-60);
    }

    private static double linear(List<Double> numbers, double... coefficients) {
        return only(
                ReferenceMerge.inOneBlock()
                        .run(method(merge -> Output.linear(coefficients)), of(numbers)));
    }

    private static double withBase(
            double base, double coefficient, List<Double> numbers, double... coefficients) {
        return only(
                ReferenceMerge.inOneBlock()
                        .run(
                                method(
                                        PLAIN.withBase(),
                                        m -> Output.linearWithBase(coefficient, coefficients)),
                                of(numbers).withBase(base)));
    }

    private static MergeCase of(List<Double> numbers) {
        double[] weights = new double[numbers.size()];
        Arrays.fill(weights, 1);
        return MergeCase.of(
                numbers.stream().map(number -> new double[] {number}).toList(), weights);
    }

    private static double only(ReferenceMerge.Outcome outcome) {
        assertThat(outcome.values()).hasSize(1);
        return outcome.values()[0];
    }

    private static long bits(double number) {
        return Double.doubleToRawLongBits(number);
    }
}
