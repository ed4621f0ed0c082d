package io.terge.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.tensor.DType;
import io.terge.tensor.ElementCodec;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Both kinds of kernels beside {@link ElementCodec}, which says what stored elements are. */
class DecodingTest {

    private static final long SEED = 17;
    private static final int LONGEST = 1 << 16;

    private final Random random = new Random(SEED);

    static Stream<Arguments> kernels() {
        return Stream.of(Kernels.scalar(), new VectorKernels())
                .flatMap(each -> StoredBytes.TYPES.stream().map(type -> Arguments.of(each, type)));
    }

    static Stream<Arguments> kernelsOfSmallTypes() {
        return kernels().filter(each -> ((DType) each.get()[1]).bits() <= 16);
    }

    @ParameterizedTest
    @MethodSource("kernelsOfSmallTypes")
    void decodesEveryPattern(Kernels kernels, DType type) {
        double[] expected = HardNumbers.decodeAll(type);
        double[] actual = new double[expected.length];
        byte[] patterns = HardNumbers.patterns(type);
        kernels.newKernel(LONGEST)
                .decode(type, MemorySegment.ofArray(patterns), 0, actual, actual.length);
        assertThat(actual).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void decodesAnyNumberOfElementsAnywhereAndNothingElse(Kernels kernels, DType type) {
        Kernel kernel = kernels.newKernel(LONGEST);
        for (int count :
                IntStream.concat(
                                IntStream.rangeClosed(0, 80),
                                IntStream.of(511, 512, 513, 1023, 1024, 4099))
                        .toArray()) {
            byte[] elements = StoredBytes.random(random, type, count);
            for (int offset : List.of(0, 1, 7)) {
                check(kernel, type, elements, count, offset);
            }
        }
    }

    private static void check(Kernel kernel, DType type, byte[] elements, int count, int offset) {
        double[] expected = new double[count + 3];
        Arrays.fill(expected, 9);
        double[] actual = expected.clone();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment memory = StoredBytes.at(arena, offset, elements);
            ElementCodec.of(type).decode(memory, offset, expected, 0, count);
            kernel.decode(type, memory, offset, actual, count);
        }
        assertThat(actual).as("%d at %d, seed %d", count, offset, SEED).isEqualTo(expected);
    }
}
