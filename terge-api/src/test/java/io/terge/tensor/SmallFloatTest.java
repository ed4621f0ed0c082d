package io.terge.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

class SmallFloatTest {

    private static final long SEED = 20260711;

    static Stream<SmallFormat> formats() {
        return Stream.of(
                SmallFormat.f16(), SmallFormat.bf16(), SmallFormat.e5m2(), SmallFormat.e4m3());
    }

    @ParameterizedTest
    @MethodSource("formats")
    void decodesEveryPatternExactly(SmallFormat format) {
        double[] positive = new double[format.largest() + 1];
        double[] negative = new double[format.largest() + 1];
        for (int pattern = 0; pattern <= format.largest(); pattern++) {
            positive[pattern] = decode(format, pattern);
            negative[pattern] = -decode(format, pattern | format.signBit());
        }
        double[] expected = Arrays.copyOf(format.values(), format.largest() + 1);
        assertThat(positive).isEqualTo(expected);
        assertThat(negative).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void encodesWhatItDecodedAsTheSamePattern(SmallFormat format) {
        int[] actual = new int[2 * format.signBit()];
        int[] expected = new int[actual.length];
        for (int pattern = 0; pattern < actual.length; pattern++) {
            expected[pattern] = format.isNaN(pattern) ? format.quietNaN() : pattern;
            actual[pattern] = encode(format, decode(format, pattern));
        }
        assertThat(actual).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void decodesANaNAsANaNAndNothingElse(SmallFormat format) {
        assertThat(IntStream.range(0, 2 * format.signBit()))
                .filteredOn(
                        pattern -> Double.isNaN(decode(format, pattern)) != format.isNaN(pattern))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void roundsOnceNextToEveryTie(SmallFormat format) {
        for (int pattern = 0; pattern <= format.largest(); pattern++) {
            double tie = (format.values()[pattern] + format.values()[pattern + 1]) / 2;
            // By way of float, the two next to the tie would become the tie itself.
            for (double value : new double[] {tie, Math.nextUp(tie), Math.nextDown(tie)}) {
                checkBothSigns(format, value);
            }
            checkBothSigns(format, tie * (1 + 0x1p-30));
            checkBothSigns(format, tie * (1 - 0x1p-30));
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void roundsRandomNumbersToTheNearest(SmallFormat format) {
        Random random = new Random(SEED);
        double most = format.values()[format.largest()];
        for (int i = 0; i < 10_000; i++) {
            double any = Double.longBitsToDouble(random.nextLong());
            if (!Double.isNaN(any)) {
                checkBothSigns(format, any);
            }
            checkBothSigns(format, random.nextGaussian());
            checkBothSigns(format, most * 1.1 * random.nextDouble());
            checkBothSigns(format, format.values()[1] * 5 * random.nextDouble());
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void roundsAtTheEdges(SmallFormat format) {
        double smallest = format.values()[1];
        double largest = format.values()[format.largest()];
        double beyond = format.values()[format.largest() + 1];
        for (double value :
                new double[] {
                    0,
                    Double.MIN_VALUE,
                    Double.MIN_NORMAL,
                    smallest / 2,
                    Math.nextUp(smallest / 2),
                    smallest / 4,
                    largest,
                    Math.nextUp(largest),
                    (largest + beyond) / 2,
                    Math.nextDown((largest + beyond) / 2),
                    Math.nextUp((largest + beyond) / 2),
                    beyond,
                    Double.MAX_VALUE,
                    Double.POSITIVE_INFINITY
                }) {
            checkBothSigns(format, value);
        }
        assertThat(encode(format, smallest / 2)).isZero();
        assertThat(encode(format, Math.nextUp(smallest / 2))).isEqualTo(1);
    }

    private static void checkBothSigns(SmallFormat format, double value) {
        for (double signed : new double[] {value, -value}) {
            int actual = encode(format, signed);
            int expected = format.nearest(signed);
            if (actual != expected) {
                assertThat(actual)
                        .as("%s %s (%s), seed %d", format, signed, Double.toHexString(signed), SEED)
                        .isEqualTo(expected);
            }
        }
    }

    private static double decode(SmallFormat format, int pattern) {
        byte[] bytes = {(byte) pattern, (byte) (pattern >> 8)};
        double[] values = new double[1];
        ElementCodec.of(format.dtype()).decode(MemorySegment.ofArray(bytes), 0, values, 0, 1);
        return values[0];
    }

    private static int encode(SmallFormat format, double value) {
        byte[] bytes = new byte[2];
        MemorySegment memory = MemorySegment.ofArray(bytes);
        ElementCodec.of(format.dtype()).encode(new double[] {value}, 0, 1, memory, 0);
        return (bytes[0] & 0xFF) | (bytes[1] & 0xFF) << 8;
    }
}
