package io.terge.methods.spectral;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.spi.method.Matrix;
import io.terge.spi.method.MergeMethod;

import org.junit.jupiter.api.Test;

import java.util.Random;
import java.util.ServiceLoader;

class SvdTest {

    @Test
    void methodsAreFoundByServiceLoader() {
        assertThat(ServiceLoader.load(MergeMethod.class))
                .extracting(MergeMethod::name)
                .containsExactlyInAnyOrder(
                        "tsv_m", "iso_c", "iso_cts", "star", "subspace_boosting");
    }

    @Test
    void decomposesMatricesOfAllKinds() {
        Random random = new Random(1);
        for (int round = 0; round < 400; round++) {
            double[][] matrix = new double[1 + random.nextInt(9)][1 + random.nextInt(9)];
            for (double[] row : matrix) {
                for (int j = 0; j < row.length; j++) {
                    row[j] = element(random, round % 6);
                }
            }
            check(matrix);
        }
    }

    private static double element(Random random, int kind) {
        return switch (kind) {
            case 0 -> random.nextGaussian();
            case 1 -> random.nextInt(3) - 1;
            case 2 -> random.nextInt(8) == 0 ? 1 : 0;
            case 3 -> 1;
            case 4 -> random.nextGaussian() * 1e-300;
            default -> random.nextGaussian() * 1e300;
        };
    }

    private static void check(double[][] matrix) {
        int rows = matrix.length;
        int columns = matrix[0].length;
        Svd svd = Svd.of(Matrix.of(rows, columns, Dense.flat(matrix)));
        double size = Math.max(svd.sigma()[0], Double.MIN_NORMAL);
        double[] again = new double[rows * columns];
        Rows.addOuter(again, svd.left(), svd.right(), Dense.times(1 / size, svd.sigma()));
        double[] scaled = Dense.times(1 / size, Dense.flat(matrix));
        for (int e = 0; e < again.length; e++) {
            assertThat(again[e] - scaled[e]).isBetween(-1e-13, 1e-13);
        }
        checkOrthonormal(svd.left(), svd.sigma().length);
        checkOrthonormal(svd.right(), svd.sigma().length);
        for (int k = 1; k < svd.sigma().length; k++) {
            assertThat(svd.sigma()[k]).isBetween(0.0, svd.sigma()[k - 1]);
        }
        if (size > 1e-10 && size < 1e10) {
            double[] expected = JacobiSvd.of(matrix).sigma();
            for (int k = 0; k < expected.length; k++) {
                assertThat(svd.sigma()[k] - expected[k]).isBetween(-1e-13 * size, 1e-13 * size);
            }
            assertThat(svd.rank()).isEqualTo(JacobiSvd.of(matrix).rank());
        }
    }

    private static void checkOrthonormal(Rows vectors, int count) {
        for (int k = 0; k < count; k++) {
            for (int l = 0; l < count; l++) {
                double inner = 0;
                for (int i = 0; i < vectors.length(); i++) {
                    inner +=
                            vectors.values()[vectors.start(k) + i]
                                    * vectors.values()[vectors.start(l) + i];
                }
                assertThat(inner - (k == l ? 1 : 0)).isBetween(-1e-13, 1e-13);
            }
        }
    }

    @Test
    void hasTheSameBitsEachTime() {
        Random random = new Random(2);
        double[] values = random.doubles(60 * 40).toArray();
        Svd first = Svd.of(Matrix.of(60, 40, values.clone()));
        Svd again = Svd.of(Matrix.of(60, 40, values.clone()));
        assertThat(again.sigma()).containsExactly(first.sigma());
        assertThat(again.left().values()).containsExactly(first.left().values());
        assertThat(again.right().values()).containsExactly(first.right().values());
    }
}
