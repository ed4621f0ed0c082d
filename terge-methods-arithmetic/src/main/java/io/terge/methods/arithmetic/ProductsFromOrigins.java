package io.terge.methods.arithmetic;

import io.terge.spi.method.Block;
import io.terge.spi.method.Reduction;

import java.util.List;

/**
 * The inner products of vectors from some models to all. Distances do not give them if one model is
 * much farther away than the others.
 *
 * @param models the models, as indices of inputs
 * @param origins where the vectors start, as places in the list of models; products are indexed by
 *     place in this list, model and model
 * @param scale what elements are multiplied by
 */
record ProductsFromOrigins(List<Integer> models, List<Integer> origins, double scale)
        implements Reduction<double[][][]> {

    @Override
    public double[][][] start() {
        return new double[origins.size()][models.size()][models.size()];
    }

    @Override
    public double[][][] add(double[][][] soFar, Block block) {
        int length = block.length();
        double[][] vectors = new double[models.size()][length];
        for (int o = 0; o < origins.size(); o++) {
            double[] origin = block.input(models.get(origins.get(o)));
            for (int i = 0; i < models.size(); i++) {
                double[] input = block.input(models.get(i));
                for (int e = 0; e < length; e++) {
                    vectors[i][e] = (input[e] - origin[e]) * scale;
                }
            }
            addProducts(soFar[o], vectors, length);
        }
        return soFar;
    }

    private static void addProducts(double[][] soFar, double[][] vectors, int length) {
        for (int i = 0; i < vectors.length; i++) {
            for (int j = i; j < vectors.length; j++) {
                double product = VectorSums.product(vectors[i], vectors[j], length);
                soFar[i][j] += product;
                soFar[j][i] = soFar[i][j];
            }
        }
    }

    @Override
    public double[][][] join(double[][][] left, double[][][] right) {
        for (int o = 0; o < left.length; o++) {
            for (int i = 0; i < models.size(); i++) {
                for (int j = 0; j < models.size(); j++) {
                    left[o][i][j] += right[o][i][j];
                }
            }
        }
        return left;
    }
}
