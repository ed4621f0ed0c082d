package io.terge.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terge.tensor.DType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Vector code against the codec and plain code: the same bits. */
class VectorKernelTest {

    private static final long SEED = 4711;
    private static final int LONGEST = 1 << 17;
    private static final MemorySegment ROOM = MemorySegment.ofArray(new byte[100]);

    private final Random random = new Random(SEED);
    private final Kernel vector = new VectorKernels().newKernel(LONGEST);
    private final Kernel scalar = Kernels.scalar().newKernel(LONGEST);

    static List<DType> types() {
        return StoredBytes.TYPES;
    }

    static Stream<DType> smallTypes() {
        return types().stream().filter(type -> type.bits() <= 16);
    }

    static IntStream lengths() {
        return IntStream.concat(IntStream.rangeClosed(0, 80), IntStream.of(1023, 1024, 4099));
    }

    @ParameterizedTest
    @MethodSource("types")
    void encodesWhatIsHardForEveryType(DType type) {
        checkEncoding(type, HardNumbers.general());
        checkEncoding(type, HardNumbers.random(random, 300_000));
    }

    @ParameterizedTest
    @MethodSource("types")
    void encodesEveryValueAndTieOfEveryType(DType type) {
        checkEncoding(type, HardNumbers.aroundFloats(random));
        smallTypes().forEach(of -> checkEncoding(type, HardNumbers.around(of)));
    }

    private void checkEncoding(DType type, double[] values) {
        int most = 100_000;
        for (int from = 0; from < values.length; from += most) {
            int count = Math.min(most, values.length - from);
            // What is left over at the end of a block would not go through vector code.
            double[] some = Arrays.copyOfRange(values, from, from + count + 64);
            byte[] expected = StoredBytes.encode(scalar, type, some, some.length, 0);
            byte[] actual = StoredBytes.encode(vector, type, some, some.length, 0);
            int difference = Arrays.mismatch(expected, actual);
            double at = difference < 0 ? 0 : some[difference * Byte.SIZE / type.bits()];
            assertThat(difference)
                    .as("%s (%s), seed %d", at, Double.toHexString(at), SEED)
                    .isNegative();
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void encodesAnyNumberOfElementsAnywhereAndNothingElse(DType type) {
        lengths()
                .forEach(
                        count -> {
                            double[] values = HardNumbers.random(random, count);
                            for (int offset : new int[] {0, 1, 7}) {
                                assertThat(StoredBytes.encode(vector, type, values, count, offset))
                                        .as("%d at %d, seed %d", count, offset, SEED)
                                        .isEqualTo(
                                                StoredBytes.encode(
                                                        scalar, type, values, count, offset));
                            }
                        });
    }

    @ParameterizedTest
    @MethodSource("types")
    void storesEveryNaNAsTheSame(DType type) {
        double[] values = new double[64];
        Arrays.fill(values, Double.longBitsToDouble(0xFFF0_0000_0000_0001L));
        byte[] one = StoredBytes.encode(scalar, type, new double[] {Double.NaN}, 1, 0);
        byte[] actual = StoredBytes.encode(vector, type, values, values.length, 0);
        for (int i = 0; i < actual.length; i++) {
            assertThat(actual[i]).isEqualTo(one[i % one.length]);
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void refusesWhatGoesBeyondTheMemory(DType type) {
        for (Kernel kernel : List.of(scalar, vector)) {
            for (int count : new int[] {1, 64, 100}) {
                MemorySegment memory =
                        MemorySegment.ofArray(new byte[StoredBytes.size(type, count) - 1]);
                double[] values = new double[count];
                assertThatThrownBy(() -> kernel.decode(type, memory, 0, values, count))
                        .isInstanceOf(IndexOutOfBoundsException.class);
                assertThatThrownBy(() -> kernel.encode(type, values, count, memory, 0))
                        .isInstanceOf(IndexOutOfBoundsException.class);
                kernel.start(count);
                assertThatThrownBy(() -> kernel.add(1, type, memory, 0))
                        .isInstanceOf(IndexOutOfBoundsException.class);
            }
        }
    }

    @Test
    void refusesMoreElementsThanItWasMadeForAndTypesThatAreNotFloating() {
        MemorySegment memory = MemorySegment.ofArray(new byte[100]);
        for (Kernels kernels : List.of(Kernels.scalar(), new VectorKernels())) {
            Kernel kernel = kernels.newKernel(4);
            assertThatThrownBy(() -> kernel.decode(DType.BF16, memory, 0, new double[5], 5))
                    .isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> kernel.encode(DType.BF16, new double[5], 5, memory, 0))
                    .isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> kernel.start(5)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> kernel.start(-1))
                    .isInstanceOf(IndexOutOfBoundsException.class);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> kernel.decode(DType.I32, memory, 0, new double[4], 4))
                    .withMessage("Expected a floating-point type, got I32");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> kernel.encode(DType.I32, new double[4], 4, memory, 0))
                    .withMessage("Expected a floating-point type, got I32");
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void refusesWhatGoesBeyondTheArray(DType type) {
        MemorySegment memory = MemorySegment.ofArray(new byte[StoredBytes.size(type, 100)]);
        for (Kernel kernel : List.of(scalar, vector)) {
            for (int count : new int[] {1, 64, 100}) {
                double[] tooFew = new double[count - 1];
                assertOutOfBounds(() -> kernel.decode(type, memory, 0, tooFew, count));
                assertOutOfBounds(() -> kernel.encode(type, tooFew, count, memory, 0));
                kernel.start(count);
                assertOutOfBounds(() -> kernel.add(1, tooFew));
                double[][] vectors = {new double[count], tooFew};
                assertOutOfBounds(() -> kernel.products(vectors, count, new double[3]));
            }
        }
    }

    @Test
    void refusesProductsOfMoreElementsThanItWasMadeForOrFewerThanNone() {
        for (Kernels kernels : List.of(Kernels.scalar(), new VectorKernels())) {
            Kernel kernel = kernels.newKernel(4);
            for (int count : new int[] {5, -1}) {
                for (int vectors = 1; vectors <= 4; vectors++) {
                    double[][] values = new double[vectors][5];
                    assertOutOfBounds(() -> kernel.products(values, count, new double[10]));
                }
                assertOutOfBounds(() -> kernel.decode(DType.F64, ROOM, 0, new double[5], count));
                assertOutOfBounds(() -> kernel.encode(DType.F64, new double[5], count, ROOM, 0));
            }
        }
    }

    private static void assertOutOfBounds(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
