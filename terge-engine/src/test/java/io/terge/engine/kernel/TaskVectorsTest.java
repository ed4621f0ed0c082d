package io.terge.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.tensor.DType;
import io.terge.tensor.ElementCodec;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** A base and task vectors, against the loop that everybody would write. */
class TaskVectorsTest {

    private static final long SEED = 90_211;
    private static final int LONGEST = 3000;
    private static final int NUMBERS = StoredBytes.TYPES.size();

    static List<Kernels> kinds() {
        return List.of(Kernels.scalar(), new VectorKernels());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void areTheLoopThatEverybodyWouldWrite(Kernels kernels) {
        Kernel kernel = kernels.newKernel(LONGEST);
        Random random = new Random(SEED);
        for (int terms = 0; terms <= 9; terms++) {
            for (int count : new int[] {0, 1, 15, 16, 17, 64, 100, LONGEST}) {
                for (int kind = 0; kind <= NUMBERS; kind++) {
                    check(kernel, random, terms, count, kind);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void keepABaseThatTheInputsEqual(Kernels kernels) {
        Kernel kernel = kernels.newKernel(LONGEST);
        double[] base = {0.0, -0.0, 0.1, -1e300, Double.MIN_VALUE};
        for (double coefficient : new double[] {-0.7, 0.3, 1e10}) {
            kernel.startTaskVectors(base, base.length);
            kernel.add(coefficient, base);
            kernel.add(0.1, base);
            assertThat(Arrays.copyOf(kernel.sum(), base.length)).containsExactly(base);
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void leaveNothingForTheNextSum(Kernels kernels) {
        Kernel kernel = kernels.newKernel(LONGEST);
        kernel.startTaskVectors(new double[] {5}, 1);
        kernel.add(1, new double[] {7});
        kernel.start(1);
        kernel.add(2, new double[] {-0.0});
        assertThat(kernel.sum()[0]).isEqualTo(-0.0);
    }

    private static void check(Kernel kernel, Random random, int terms, int count, int kind) {
        double[] base = random.doubles(count, -2, 2).toArray();
        double[] sums = new double[count];
        try (Arena arena = Arena.ofConfined()) {
            kernel.startTaskVectors(base, count);
            for (int term = 0; term < terms; term++) {
                double coefficient = random.nextGaussian();
                double[] values =
                        add(
                                kernel,
                                random,
                                arena,
                                coefficient,
                                count,
                                (kind + term) % 3 == 0 ? NUMBERS : kind);
                for (int e = 0; e < count; e++) {
                    sums[e] += coefficient * (base[e] - values[e]);
                }
            }
            double[] actual = Arrays.copyOf(kernel.sum(), count);
            for (int e = 0; e < count; e++) {
                assertThat(actual[e]).isEqualTo(base[e] - sums[e]);
            }
        }
    }

    private static double[] add(
            Kernel kernel, Random random, Arena arena, double coefficient, int count, int kind) {
        double[] values = new double[count];
        if (kind == NUMBERS) {
            Arrays.setAll(values, e -> random.nextGaussian());
            kernel.add(coefficient, values.clone());
            return values;
        }
        DType type = StoredBytes.TYPES.get(kind);
        MemorySegment bytes =
                arena.allocate(Math.max(1, (long) count * type.bits() / Byte.SIZE), 1);
        double[] numbers = random.doubles(count, -2, 2).toArray();
        ElementCodec codec = ElementCodec.of(type);
        codec.encode(numbers, 0, count, bytes, 0);
        codec.decode(bytes, 0, values, 0, count);
        kernel.add(coefficient, type, bytes, 0);
        return values;
    }
}
