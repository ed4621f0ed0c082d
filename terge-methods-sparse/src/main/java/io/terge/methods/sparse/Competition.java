package io.terge.methods.sparse;

import io.terge.methods.sparse.part.Measure;
import io.terge.spi.method.Block;
import io.terge.spi.method.ParameterMerge;

import java.util.List;

/**
 * How strongly each element of each task vector counts: how large it is in its own task vector
 * (intra-balancing), times how well it agrees with all of them (inter-balancing). Both are a
 * softmax over all elements, so that none is 0.
 *
 * @param models the number of task vectors
 * @param scales the scale of the products of each pair
 * @param sums the sums of {@link ProductSums}; not copied
 */
record Competition(int models, List<ProductScale> scales, double[] sums) implements Measure {

    Competition {
        scales = List.copyOf(scales);
    }

    /** Measures the task vectors of a parameter, in two passes. */
    static Competition of(ParameterMerge merge) {
        int models = merge.inputs().size();
        List<ProductScale> scales = ProductScales.of(merge.reduce(new ProductScales(models)));
        return new Competition(models, scales, merge.reduce(new ProductSums(models, scales)));
    }

    @Override
    public double[][] of(Block block) {
        return of(Measure.taskVectors(models).of(block), block.length());
    }

    /** Returns the scores of a part of the task vectors. */
    double[][] of(double[][] vectors, int length) {
        double[][] intra = new double[models][length];
        double[][] inter = new double[models][length];
        double[] scaled = new double[length];
        int pair = 0;
        for (int i = 0; i < models; i++) {
            for (int j = i; j < models; j++) {
                scales.get(pair).apply(vectors[i], vectors[j], scaled, length);
                if (i == j) {
                    addSoftmax(scaled, models, sums[scales.size() + i], intra[i]);
                } else {
                    addSoftmax(scaled, 1, sums[pair], inter[j]);
                }
                addSoftmax(scaled, 1, sums[pair], inter[i]);
                pair++;
            }
        }
        for (int i = 0; i < models; i++) {
            for (int e = 0; e < length; e++) {
                intra[i][e] *= inter[i][e];
            }
        }
        return intra;
    }

    // The exact function: scores are ranked in several passes, in which they must be the same.
    private static void addSoftmax(double[] scaled, int factor, double sum, double[] result) {
        for (int e = 0; e < scaled.length; e++) {
            result[e] += StrictMath.exp(factor * scaled[e]) / sum;
        }
    }
}
