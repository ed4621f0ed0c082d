package io.terge.engine.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.terge.engine.Terge;
import io.terge.engine.fixture.Numbers;
import io.terge.tensor.DType;
import io.terge.tensor.TensorArray;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Random;

/** The whole engine rounds once: compared with decimal numbers of any length. */
class RoundingTest {

    // Smallest exponent of a normal number, and bits of the significand.
    private record Format(int smallest, int precision, double largest) {

        static Format of(String dtype) {
            return switch (dtype) {
                case "F32" -> new Format(-126, 24, Float.MAX_VALUE);
                case "F16" -> new Format(-14, 11, 65504);
                case "BF16" -> new Format(-126, 8, 0x1.fep127);
                case "F8_E4M3" -> new Format(-6, 4, 448);
                case "F8_E5M2" -> new Format(-14, 3, 57344);
                default -> throw new IllegalArgumentException(dtype);
            };
        }

        // Nearest multiple of the unit in the last place, ties to the even one.
        double round(BigDecimal exact) {
            if (exact.signum() == 0) {
                return 0;
            }
            int exponent = Math.max(smallest, Math.getExponent(exact.abs().doubleValue()));
            BigDecimal unit = new BigDecimal(Math.scalb(1.0, exponent - precision + 1));
            BigDecimal units = exact.divide(unit).setScale(0, RoundingMode.HALF_EVEN);
            return units.multiply(unit).doubleValue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"F32", "F16", "BF16", "F8_E4M3", "F8_E5M2"})
    void roundsTheExactMeanOnce(String type) {
        DType dtype = DType.named(type);
        Format format = Format.of(type);
        Random random = new Random(20_260);
        double[] left = new double[5000];
        double[] right = new double[5000];
        for (int i = 0; i < left.length; i++) {
            // Few bits in a narrow range: products and sum are exact in double.
            double scale =
                    Math.scalb(1.0, random.nextInt(8) - 4 + Math.max(-10, format.smallest()));
            left[i] = (random.nextInt(1 << 12) - 2048) * scale / 64;
            right[i] = (random.nextInt(1 << 12) - 2048) * scale / 64;
        }
        TensorArray a = Numbers.array(DType.F64, left);
        TensorArray b = Numbers.array(DType.F32, right);
        double[] merged = merge(dtype, new double[] {3, 1}, a, b);
        for (int i = 0; i < left.length; i++) {
            BigDecimal exact = new BigDecimal(left[i] * 0.75).add(new BigDecimal(right[i] * 0.25));
            if (Math.abs(exact.doubleValue()) <= format.largest()) {
                assertThat(merged[i])
                        .as("%s and %s", left[i], right[i])
                        .isEqualTo(format.round(exact));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        // Just above and below a tie by less than a float can tell: rounding to a float on the way
        // makes a tie of it, which then goes to the even side.
        "BF16, 0x1.01p0, 0x1p-40, 0x1.02p0",
        "BF16, 0x1.03p0, -0x1p-40, 0x1.02p0",
        "BF16, 0x1.01p0, 0, 0x1.00p0",
        "BF16, 0x1.03p0, 0, 0x1.04p0",
        "F16, 0x1.002p0, 0x1p-40, 0x1.004p0",
        "F16, 0x1.006p0, -0x1p-40, 0x1.004p0",
        "F16, 0x1.002p0, 0, 0x1.000p0",
        "F8_E4M3, 0x1.1p0, 0x1p-40, 0x1.2p0",
        "F8_E4M3, 0x1.3p0, -0x1p-40, 0x1.2p0",
        "F8_E5M2, 0x1.2p0, 0x1p-40, 0x1.4p0",
        "F32, 0x1.000001p0, 0x1p-52, 0x1.000002p0",
        "F32, 0x1.000001p0, 0, 0x1p0",
        // Subnormal numbers and the largest finite one.
        "F16, 0x1.8p-24, 0x1p-70, 0x1p-23",
        "F16, 0x1.8p-24, 0, 0x1p-23",
        "F16, 0x1p-25, 0x1p-70, 0x1p-24",
        "F16, 0x1p-25, 0, 0",
        "F16, 65519, 0, 65504",
        "F16, 65520, 0, Infinity",
        "F8_E4M3, 464, 0, 448",
        "F8_E4M3, 465, 0, NaN",
    })
    void roundsNextToATieOnce(String type, String large, String small, String expected) {
        double sum = Double.parseDouble(large) * 2;
        double[] merged =
                merge(
                        DType.named(type),
                        new double[] {1, 1},
                        Numbers.array(DType.F64, sum),
                        Numbers.array(DType.F64, Double.parseDouble(small) * 2));
        assertThat(merged).containsExactly(Double.parseDouble(expected));
    }

    @Test
    void roundsNothingOfDoublesThatAddUpExactly() {
        double[] merged =
                merge(
                        DType.F64,
                        new double[] {1, 1},
                        Numbers.array(DType.F64, 0x1.0000000000001p0, 1e300),
                        Numbers.array(DType.F64, 0x1.0000000000003p0, 1e-300));
        assertThat(merged).containsExactly(0x1.0000000000002p0, 5e299);
    }

    @Test
    void readsEveryTypeOfInputExactly() {
        double[] merged =
                merge(
                        DType.F64,
                        new double[] {1, 1, 1, 1, 1, 1, 2},
                        Numbers.array(DType.F64, 0x1.0000000000001p0),
                        Numbers.array(DType.F32, 0x1.000002p0),
                        Numbers.array(DType.F16, 0x1.004p0),
                        Numbers.array(DType.BF16, 0x1.02p0),
                        Numbers.array(DType.F8_E4M3, 0x1.2p0),
                        Numbers.array(DType.F8_E5M2, 0x1.4p0),
                        Numbers.array(DType.F64, 0));
        BigDecimal sum = new BigDecimal(0x1.0000000000001p0);
        for (double each : new double[] {0x1.000002p0, 0x1.004p0, 0x1.02p0, 0x1.2p0, 0x1.4p0}) {
            sum = sum.add(new BigDecimal(each));
        }
        assertThat(merged[0])
                .isCloseTo(sum.divide(new BigDecimal(8)).doubleValue(), within(Math.ulp(1.0)));
    }

    private static double[] merge(DType dtype, double[] weights, TensorArray... arrays) {
        @SuppressWarnings({"unchecked", "rawtypes"})
        Map<String, TensorArray>[] models = new Map[arrays.length];
        for (int i = 0; i < arrays.length; i++) {
            models[i] = Map.of("w", arrays[i]);
        }
        Map<String, TensorArray> merged =
                Terge.merge(models).weights(weights).with(r -> r.dtype(dtype)).toArrays();
        assertThat(merged.values()).extracting(TensorArray::dtype).containsExactly(dtype);
        return merged.values().iterator().next().toDoubles();
    }
}
