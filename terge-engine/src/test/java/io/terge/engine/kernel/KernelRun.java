package io.terge.engine.kernel;

import io.terge.tensor.DType;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;

/**
 * A program that says what kernels it gets and what their results are, for JVMs that were started
 * in other ways than that of the tests.
 */
public final class KernelRun {

    private static final int COUNT = 2003;

    private KernelRun() {}

    /** Prints the kind of the kernels and a digest of their results. */
    public static void main(String[] arguments) {
        Kernels kernels = Kernels.fastest();
        System.out.println(kernels.describe());
        System.out.println(digest(kernels));
    }

    static long digest(Kernels kernels) {
        Kernel kernel = kernels.newKernel(COUNT);
        Random random = new Random(12);
        CRC32 digest = new CRC32();
        // Often enough for compiled code to take over.
        for (int round = 0; round < 60; round++) {
            for (DType type : StoredBytes.TYPES) {
                digest.update(combine(kernel, random, type));
                digest.update(addTaskVectors(kernel, random, type));
                digest.update(products(kernel, random));
            }
        }
        return digest.getValue();
    }

    private static byte[] combine(Kernel kernel, Random random, DType type) {
        kernel.start(COUNT);
        for (int term = 0; term < 5; term++) {
            byte[] elements = StoredBytes.random(random, type, COUNT);
            kernel.add(random.nextGaussian(), type, MemorySegment.ofArray(elements), 0);
        }
        return StoredBytes.encode(kernel, type, kernel.sum(), COUNT, 1);
    }

    private static byte[] addTaskVectors(Kernel kernel, Random random, DType type) {
        kernel.startTaskVectors(random.doubles(COUNT).toArray(), COUNT);
        for (int term = 0; term < 5; term++) {
            byte[] elements = StoredBytes.random(random, type, COUNT);
            kernel.add(random.nextGaussian(), type, MemorySegment.ofArray(elements), 0);
        }
        return StoredBytes.encode(kernel, type, kernel.sum(), COUNT, 1);
    }

    private static byte[] products(Kernel kernel, Random random) {
        double[][] vectors = new double[5][200];
        for (double[] vector : vectors) {
            Arrays.setAll(vector, e -> random.nextDouble() - 0.3);
        }
        double[] sums = new double[15];
        kernel.products(vectors, 200, sums);
        return StoredBytes.encode(kernel, DType.F64, sums, sums.length, 0);
    }
}
