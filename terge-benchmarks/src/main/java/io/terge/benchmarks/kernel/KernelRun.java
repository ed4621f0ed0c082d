package io.terge.benchmarks.kernel;

import io.terge.engine.kernel.Kernel;
import io.terge.engine.kernel.Kernels;

/** What the benchmarks measure: each verb over a stretch, block after block. */
final class KernelRun {

    private static final double[] COEFFICIENTS = {0.5, 0.3, 0.2};

    private final KernelData data;
    private final Kernel kernel;
    private final int elements;
    private final double[][] blocks = new double[Stretch.MODELS][Stretch.BLOCK];

    KernelRun(KernelData data, Kernels kernels, int elements) {
        this.data = data;
        this.elements = elements;
        this.kernel = kernels.newKernel(Stretch.BLOCK);
    }

    /** Decodes the first model; returns the last block. */
    double[] decode() {
        for (int at = 0; at < elements; at += Stretch.BLOCK) {
            decode(0, at);
        }
        return blocks[0];
    }

    /** Stores the block that was decoded last again and again. */
    void encode() {
        for (int at = 0; at < elements; at += Stretch.BLOCK) {
            encode(blocks[0], at);
        }
    }

    /** Stores the weighted sum of the models. */
    void combine() {
        for (int at = 0; at < elements; at += Stretch.BLOCK) {
            kernel.start(Stretch.BLOCK);
            for (int model = 0; model < Stretch.MODELS; model++) {
                kernel.add(COEFFICIENTS[model], data.dtype(), data.input(model), offset(at));
            }
            encode(kernel.sum(), at);
        }
    }

    /** Returns the inner products of the models. */
    double[] products() {
        double[] sums = new double[Stretch.MODELS * (Stretch.MODELS + 1) / 2];
        for (int at = 0; at < elements; at += Stretch.BLOCK) {
            for (int model = 0; model < Stretch.MODELS; model++) {
                decode(model, at);
            }
            kernel.products(blocks, Stretch.BLOCK, sums);
        }
        return sums;
    }

    private void decode(int model, int at) {
        kernel.decode(data.dtype(), data.input(model), offset(at), blocks[model], Stretch.BLOCK);
    }

    private void encode(double[] values, int at) {
        kernel.encode(data.dtype(), values, Stretch.BLOCK, data.output(), offset(at));
    }

    private long offset(int at) {
        return (long) at * data.size();
    }
}
