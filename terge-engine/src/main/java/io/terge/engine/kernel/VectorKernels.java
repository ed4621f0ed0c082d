package io.terge.engine.kernel;

import jdk.incubator.vector.DoubleVector;

/** Vector code. To be loaded only where the module {@code jdk.incubator.vector} is there. */
record VectorKernels() implements Kernels {

    private static final int FEWEST_LANES = 4;

    /** Vector code, or plain code where vectors are so short that they do not pay. */
    static Kernels whereWorthwhile() {
        return DoubleVector.SPECIES_PREFERRED.length() >= FEWEST_LANES
                ? new VectorKernels()
                : new ScalarKernels("scalar code: the processor's vectors are short");
    }

    @Override
    public String describe() {
        return "vector code, %d bits wide"
                .formatted(DoubleVector.SPECIES_PREFERRED.vectorBitSize());
    }

    @Override
    public boolean isVector() {
        return true;
    }

    @Override
    public Kernel newKernel(int longestBlock) {
        return new VectorKernel(longestBlock);
    }
}
