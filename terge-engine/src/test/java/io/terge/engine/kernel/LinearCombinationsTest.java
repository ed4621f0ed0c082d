package io.terge.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.terge.tensor.DType;
import io.terge.tensor.ElementCodec;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntUnaryOperator;

/** Sums of products against the loop that everybody would write. */
class LinearCombinationsTest {

    private static final long SEED = 90_210;
    private static final int LONGEST = 3000;
    private static final int NUMBERS = StoredBytes.TYPES.size();
    private static final int KINDS = NUMBERS + 1;

    static List<Kernels> kinds() {
        return List.of(Kernels.scalar(), new VectorKernels());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void areTheLoopThatEverybodyWouldWrite(Kernels kernels) {
        Kernel kernel = kernels.newKernel(LONGEST);
        Random random = new Random(SEED);
        for (int terms = 1; terms <= 9; terms++) {
            for (int count : new int[] {0, 1, 15, 16, 17, 31, 33, 64, 100, 1024, LONGEST}) {
                check(kernel, random, terms, count, term -> random.nextInt(KINDS));
                for (int kind = 0; kind < StoredBytes.TYPES.size(); kind++) {
                    int always = kind;
                    check(kernel, random, terms, count, term -> always);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void areSoForTermsOfAnyThreeTypes(Kernels kernels) {
        Kernel kernel = kernels.newKernel(LONGEST);
        Random random = new Random(SEED);
        for (int mix = 0; mix < KINDS * KINDS * KINDS; mix++) {
            int[] three = {mix % KINDS, mix / KINDS % KINDS, mix / KINDS / KINDS};
            for (int count : new int[] {16, 19}) {
                for (int terms = 2; terms <= 6; terms++) {
                    check(kernel, random, terms, count, term -> three[term % 3]);
                }
            }
        }
    }

    // A term's kind is the place of its type, or that of numbers.
    private static void check(
            Kernel kernel, Random random, int terms, int count, IntUnaryOperator kinds) {
        double[] expected = new double[count];
        try (Arena arena = Arena.ofConfined()) {
            kernel.start(count);
            for (int term = 0; term < terms; term++) {
                double coefficient = random.nextGaussian();
                double[] values = new double[count];
                int kind = kinds.applyAsInt(term);
                if (kind == NUMBERS) {
                    Arrays.setAll(values, e -> random.nextGaussian());
                    kernel.add(coefficient, values);
                } else {
                    DType type = StoredBytes.TYPES.get(kind);
                    int offset = random.nextInt(9);
                    byte[] elements = StoredBytes.random(random, type, count);
                    MemorySegment memory = StoredBytes.at(arena, offset, elements);
                    ElementCodec.of(type).decode(memory, offset, values, 0, count);
                    kernel.add(coefficient, type, memory, offset);
                }
                for (int e = 0; e < count; e++) {
                    double product = coefficient * values[e];
                    expected[e] = term == 0 ? product : expected[e] + product;
                }
            }
            assertThat(Arrays.copyOf(kernel.sum(), count))
                    .as("%d terms of %d elements, seed %d", terms, count, SEED)
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void keepNegativeZerosAndForgetWhatWasBefore(Kernels kernels) {
        Kernel kernel = kernels.newKernel(40);
        double[] zeros = new double[40];
        Arrays.fill(zeros, -0.0);
        MemorySegment ones = MemorySegment.ofArray(new float[] {1, 1, 1});
        for (int terms = 1; terms <= 4; terms++) {
            kernel.start(3);
            kernel.add(7, DType.F32, ones, 0);
            kernel.start(40);
            for (int term = 0; term < terms; term++) {
                kernel.add(0.25, zeros);
            }
            assertThat(kernel.sum()).isEqualTo(zeros);
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void needATerm(Kernels kernels) {
        Kernel kernel = kernels.newKernel(1);
        kernel.start(1);
        kernel.add(1, new double[] {5});
        kernel.start(1);
        assertThatIllegalStateException()
                .isThrownBy(kernel::sum)
                .withMessage("A linear combination needs a term");
    }
}
