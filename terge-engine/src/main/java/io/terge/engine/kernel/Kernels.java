package io.terge.engine.kernel;

/** Makes kernels of one kind. Immutable, and safe for use by many threads. */
public interface Kernels {

    /** The module that vector code needs; a JVM has it only if it is told so. */
    String VECTORS = "jdk.incubator.vector";

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
     * {@value #VECTORS} and the processor handles four {@code double}s or more at once, else plain
     * code. The results are the same. Looks anew at each call.
     */
    static Kernels fastest() {
        if (!hasVectorModule()) {
            return new ScalarKernels("scalar code: the module " + VECTORS + " is not there");
        }
        // Nothing else here may name a class that needs the module.
        return VectorKernels.whereWorthwhile();
    }

    /** Whether this JVM was started with the module that vector code needs. */
    static boolean hasVectorModule() {
        return ModuleLayer.boot().findModule(VECTORS).isPresent();
    }
}
