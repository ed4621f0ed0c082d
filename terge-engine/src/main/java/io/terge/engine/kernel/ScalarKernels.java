package io.terge.engine.kernel;

/**
 * Plain code.
 *
 * @param describe the kind, and why it is this one
 */
record ScalarKernels(String describe) implements Kernels {

    @Override
    public boolean isVector() {
        return false;
    }

    @Override
    public Kernel newKernel(int longestBlock) {
        return new ScalarKernel(longestBlock);
    }
}
