package io.terge.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Inner products against their specification, written out. */
class InnerProductsTest {

    private static final long SEED = 1618;
    private static final int LONGEST = 2100;

    static List<Kernels> kinds() {
        return List.of(Kernels.scalar(), new VectorKernels());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void areWhatTheSpecificationSays(Kernels kernels) {
        Kernel kernel = kernels.newKernel(LONGEST);
        Random random = new Random(SEED);
        for (int vectors = 0; vectors <= 8; vectors++) {
            for (int count = 0; count <= LONGEST; count += count < 80 ? 1 : 505) {
                double[][] values = new double[vectors][count + 2];
                for (double[] vector : values) {
                    Arrays.setAll(vector, e -> random.nextGaussian());
                }
                double[] expected = new double[vectors * (vectors + 1) / 2];
                Arrays.setAll(expected, k -> k / 3.0);
                double[] actual = expected.clone();
                addProducts(values, count, expected);
                kernel.products(values, count, actual);
                assertThat(actual)
                        .as("%d vectors of %d, seed %d", vectors, count, SEED)
                        .isEqualTo(expected);
            }
        }
    }

    private static void addProducts(double[][] vectors, int count, double[] sums) {
        int k = 0;
        for (int i = 0; i < vectors.length; i++) {
            for (int j = i; j < vectors.length; j++) {
                sums[k] = sums[k] + product(vectors[i], vectors[j], count);
                k++;
            }
        }
    }

    private static double product(double[] x, double[] y, int count) {
        double[] s = new double[16];
        for (int e = 0; e < count; e++) {
            s[e % 16] = s[e % 16] + x[e] * y[e];
        }
        for (int half = 8; half > 0; half /= 2) {
            for (int l = 0; l < half; l++) {
                s[l] = s[l] + s[l + half];
            }
        }
        return s[0];
    }
}
