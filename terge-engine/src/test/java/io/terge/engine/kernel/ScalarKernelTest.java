package io.terge.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.tensor.DType;
import io.terge.tensor.ElementCodec;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Plain kernels beside {@link ElementCodec}, which says what is right. */
class ScalarKernelTest {

    private static final long SEED = 31;
    private static final int LONGEST = 100_000;
    // What a piece ends before, with and behind, beside lengths that are even and odd.
    private static final int[] LENGTHS = {511, 512, 513, 1023, 1024, 1025, 2047};

    private final Random random = new Random(SEED);
    private final Kernel kernel = Kernels.scalar().newKernel(LONGEST);

    static List<DType> types() {
        return StoredBytes.TYPES;
    }

    static Stream<DType> smallTypes() {
        return types().stream().filter(type -> type.bits() <= 16);
    }

    static IntStream lengths() {
        return IntStream.concat(IntStream.rangeClosed(0, 40), IntStream.of(LENGTHS));
    }

    @ParameterizedTest
    @MethodSource("types")
    void encodesEveryValueAndTieOfEveryType(DType type) {
        checkEncoding(type, HardNumbers.general());
        checkEncoding(type, HardNumbers.random(random, 30_000));
        checkEncoding(type, HardNumbers.aroundFloats(random));
        smallTypes().forEach(of -> checkEncoding(type, HardNumbers.around(of)));
    }

    @ParameterizedTest
    @MethodSource("types")
    void encodesThemAlsoWhereNothingIsLeftToTheCodec(DType type) {
        checkEncoding(type, normal(HardNumbers.aroundFloats(random)));
        smallTypes().forEach(of -> checkEncoding(type, normal(HardNumbers.around(of))));
    }

    // Of all types that have loops of their own.
    private static double[] normal(double[] values) {
        return Arrays.stream(values)
                .filter(value -> value == 0 || Math.abs(value) >= Float.MIN_NORMAL)
                .toArray();
    }

    private void checkEncoding(DType type, double[] values) {
        for (int from = 0; from < values.length; from += LONGEST) {
            int end = Math.min(values.length, from + LONGEST);
            assertSame(type, Arrays.copyOfRange(values, from, end), 0);
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void oneHardNumberAmongOthersIsEncoded(DType type) {
        for (double hard : HardNumbers.general()) {
            for (int place : new int[] {0, 1, 510, 511, 512, 513, 1022}) {
                double[] values = random.doubles(1023, -1, 1).toArray();
                values[place] = hard;
                assertSame(type, values, 0);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void encodesAnyNumberOfElementsAnywhereAndNothingElse(DType type) {
        lengths()
                .forEach(
                        count -> {
                            double[] values = random.doubles(count, -1, 1).toArray();
                            for (int offset : new int[] {0, 1, 7}) {
                                assertSame(type, values, offset);
                            }
                        });
    }

    private void assertSame(DType type, double[] values, int offset) {
        int count = values.length;
        byte[] expected = memory(offset + count * type.bits() / Byte.SIZE + 5);
        byte[] actual = expected.clone();
        ElementCodec.of(type).encode(values, 0, count, MemorySegment.ofArray(expected), offset);
        kernel.encode(type, values, count, MemorySegment.ofArray(actual), offset);
        int difference = Arrays.mismatch(expected, actual);
        int at = difference < 0 ? 0 : (difference - offset) * Byte.SIZE / type.bits();
        assertThat(difference)
                .as("%s, element %d of %d at %d, seed %d", type, at, count, offset, SEED)
                .isNegative();
    }

    private static byte[] memory(int bytes) {
        byte[] memory = new byte[bytes];
        Arrays.fill(memory, (byte) 0x5A);
        return memory;
    }

    @ParameterizedTest
    @MethodSource("types")
    void seesOneElementThatIsNotFiniteAnywhere(DType type) {
        lengths()
                .filter(count -> count > 0)
                .forEach(
                        count -> {
                            byte[] bytes = new byte[count * type.bits() / Byte.SIZE];
                            MemorySegment memory = MemorySegment.ofArray(bytes);
                            double[] values = random.doubles(count, -1, 1).toArray();
                            kernel.encode(type, values, count, memory, 0);
                            assertThat(kernel.areFinite(type, memory, 0, count)).isTrue();
                            int place = random.nextInt(count);
                            values[place] = count % 2 == 0 ? Double.NaN : -Double.MAX_VALUE * 2;
                            kernel.encode(type, values, count, memory, 0);
                            assertThat(kernel.areFinite(type, memory, 0, count))
                                    .as("%d of %d", place, count)
                                    .isFalse();
                        });
    }
}
