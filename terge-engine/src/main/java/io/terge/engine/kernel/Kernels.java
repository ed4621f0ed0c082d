package io.terge.engine.kernel;

/** Makes kernels of one kind. Immutable, and safe for use by many threads. */
public interface Kernels {

    /** The kind, for people: e.g. {@code "vector code, 512 bits wide"}. */
    String describe();

    /** Whether the kernels use vector instructions by themselves. */
    boolean isVector();

    /**
     * Makes a kernel, which owns the scratch memory that it needs.
     *
     * @param longestBlock how many elements the kernel has to handle at a time, at most
     */
    Kernel newKernel(int longestBlock);

    /** Plain code, which runs everywhere and is the specification of the other kind. */
    static Kernels scalar() {
        return new ScalarKernels("scalar code");
    }

    /**
     * The fastest kind that this JVM can run: vector code where it was started with the module
     * {@code jdk.incubator.vector} and the processor handles four {@code double}s or more at once,
     * else plain code. The results are the same. Looks anew at each call.
     */
    static Kernels fastest() {
        String vectors = "jdk.incubator.vector";
        if (ModuleLayer.boot().findModule(vectors).isEmpty()) {
            return new ScalarKernels("scalar code: the module " + vectors + " is not there");
        }
        // Nothing else here may name a class that needs the module.
        return VectorKernels.whereWorthwhile();
    }
}
