package io.terge.engine.kernel;

import io.terge.tensor.DType;

import java.lang.foreign.MemorySegment;
import java.util.Objects;

/**
 * Plain code: loops over arrays, of which the JIT compiler makes vector code by itself. It is ready
 * much sooner than that of {@link VectorKernel}, which is faster.
 */
final class ScalarKernel implements Kernel {

    private final int longestBlock;
    private final ArrayReader reader;
    private final ArrayWriter writer = new ArrayWriter();
    private final StoredSums sums;
    private final float[] floats;

    ScalarKernel(int longestBlock) {
        this.longestBlock = longestBlock;
        this.reader = new ArrayReader(longestBlock);
        this.floats = new float[longestBlock];
        sums = new StoredSums(reader, false, longestBlock);
    }

    @Override
    public void decode(DType type, MemorySegment bytes, long offset, double[] into, int count) {
        Objects.checkFromIndexSize(0, count, longestBlock);
        if (type.equals(DType.F64)) {
            StoredSums.readF64(bytes, offset, into, count);
            return;
        }
        Objects.checkFromIndexSize(0, count, into.length);
        reader.read(FloatType.of(type), bytes, offset, floats, count);
        StoredSums.widen(floats, into, count);
    }

    @Override
    public void encode(DType type, double[] values, int count, MemorySegment bytes, long offset) {
        Objects.checkFromIndexSize(0, count, longestBlock);
        Objects.checkFromIndexSize(0, count, values.length);
        writer.write(type, values, count, bytes, offset);
    }

    @Override
    public boolean areFinite(DType type, MemorySegment bytes, long offset, int count) {
        Objects.checkFromIndexSize(0, count, longestBlock);
        return reader.areFinite(type, bytes, offset, count);
    }

    @Override
    public void start(int count) {
        sums.start(count);
    }

    @Override
    public void startTaskVectors(double[] base, int count) {
        sums.startTaskVectors(base, count);
    }

    @Override
    public void add(double coefficient, DType type, MemorySegment bytes, long offset) {
        sums.add(coefficient, type, bytes, offset);
    }

    @Override
    public void add(double coefficient, double[] values) {
        sums.add(coefficient, values);
    }

    @Override
    public double[] sum() {
        return sums.sum();
    }

    @Override
    public void products(double[][] vectors, int count, double[] sums) {
        Objects.checkFromIndexSize(0, count, longestBlock);
        int pair = 0;
        for (int i = 0; i < vectors.length; i++) {
            for (int j = i; j < vectors.length; j++) {
                sums[pair++] += product(vectors[i], vectors[j], count);
            }
        }
    }

    private static double product(double[] left, double[] right, int count) {
        double[] partial = new double[PartialSums.COUNT];
        PartialSums.add(left, right, count, partial);
        return PartialSums.fold(partial, 0);
    }
}
