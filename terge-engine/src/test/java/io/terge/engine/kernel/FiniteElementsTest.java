package io.terge.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terge.tensor.DType;
import io.terge.tensor.ElementCodec;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Both kinds of code know what is finite, as the codec decodes it. */
class FiniteElementsTest {

    private static final int LONGEST = 1 << 17;

    static Stream<Kernel> kernels() {
        return Stream.of(
                Kernels.scalar().newKernel(LONGEST), new VectorKernels().newKernel(LONGEST));
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void knowsEveryPatternOfSmallTypes(Kernel kernel) {
        for (DType type : StoredBytes.TYPES) {
            if (type.bits() <= 16) {
                byte[] patterns = HardNumbers.patterns(type);
                int size = type.bits() / Byte.SIZE;
                for (int at = 0; at < patterns.length; at += size) {
                    check(kernel, type, Arrays.copyOfRange(patterns, at, at + size));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void knowsTheEdgesOfLargeTypes(Kernel kernel) {
        for (DType type : List.of(DType.F32, DType.F64)) {
            int size = type.bits() / Byte.SIZE;
            // The highest two bytes have the sign, the exponent and some of the fraction.
            for (int high = 0; high < 1 << 16; high++) {
                for (int rest : new int[] {0, 1, 0xFF}) {
                    byte[] element = new byte[size];
                    Arrays.fill(element, 1, size, (byte) (rest == 1 ? 0 : rest));
                    element[0] = (byte) rest;
                    element[size - 2] = (byte) high;
                    element[size - 1] = (byte) (high >> Byte.SIZE);
                    check(kernel, type, element);
                }
            }
        }
    }

    // In the middle of a vector, and behind the last whole one.
    private static void check(Kernel kernel, DType type, byte[] element) {
        double[] value = new double[1];
        ElementCodec.of(type).decode(MemorySegment.ofArray(element), 0, value, 0, 1);
        for (int place : new int[] {3, 64 + 5}) {
            byte[] bytes = new byte[80 * element.length];
            System.arraycopy(element, 0, bytes, place * element.length, element.length);
            assertThat(kernel.areFinite(type, MemorySegment.ofArray(bytes), 0, 80))
                    .as("%s %s", type, Arrays.toString(element))
                    .isEqualTo(Double.isFinite(value[0]));
        }
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void looksAtAllElementsAndNoOthers(Kernel kernel) {
        Random random = new Random(5);
        int[] lengths =
                IntStream.concat(IntStream.rangeClosed(1, 140), IntStream.of(1024, 4099)).toArray();
        for (DType type : StoredBytes.TYPES) {
            byte[] infinite = StoredBytes.encode(kernel, type, new double[] {1e300 * 1e10}, 1, 0);
            int size = infinite.length;
            for (int count : lengths) {
                int offset = random.nextInt(9);
                byte[] bytes = new byte[count * size];
                try (Arena arena = Arena.ofConfined()) {
                    assertThat(kernel.areFinite(type, framed(arena, bytes, offset), offset, count))
                            .isTrue();
                    for (int at : new int[] {0, count - 1, random.nextInt(count)}) {
                        byte[] one = bytes.clone();
                        System.arraycopy(infinite, 0, one, at * size, size);
                        assertThat(
                                        kernel.areFinite(
                                                type, framed(arena, one, offset), offset, count))
                                .as("%s: %d of %d", type, at, count)
                                .isFalse();
                    }
                }
            }
        }
    }

    // Before the elements there are others that are not finite; behind them there is no memory.
    private static MemorySegment framed(Arena arena, byte[] elements, int offset) {
        MemorySegment memory = StoredBytes.at(arena, offset, elements);
        memory.asSlice(0, offset).fill((byte) 0xFF);
        return memory;
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void refusesOtherTypesAndTooManyElements(Kernel kernel) {
        MemorySegment memory = MemorySegment.ofArray(new byte[8]);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> kernel.areFinite(DType.I8, memory, 0, 8));
        assertThatThrownBy(() -> kernel.areFinite(DType.BF16, memory, 0, 5))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> kernel.areFinite(DType.BF16, memory, 0, LONGEST + 1))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> kernel.areFinite(DType.BF16, memory, 0, -1))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }
}
