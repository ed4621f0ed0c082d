package io.terge.engine.kernel;

import io.terge.tensor.DType;
import io.terge.tensor.ElementCodec;

import java.lang.foreign.MemorySegment;
import java.util.Objects;

/** Plain code: short, and the specification of {@link VectorKernel}. */
final class ScalarKernel implements Kernel {

    private final int longestBlock;
    private final double[] decoded;
    private final LinearSum linear;
    private final TaskVectorSum taskVectors;
    private boolean isOfTaskVectors;

    ScalarKernel(int longestBlock) {
        this.longestBlock = longestBlock;
        this.decoded = new double[longestBlock];
        double[] sum = new double[longestBlock];
        this.linear = new LinearSum(sum);
        this.taskVectors = new TaskVectorSum(sum);
    }

    @Override
    public void decode(DType type, MemorySegment bytes, long offset, double[] into, int count) {
        Objects.checkFromIndexSize(0, count, longestBlock);
        ElementCodec.of(type).decode(bytes, offset, into, 0, count);
    }

    @Override
    public void encode(DType type, double[] values, int count, MemorySegment bytes, long offset) {
        Objects.checkFromIndexSize(0, count, longestBlock);
        ElementCodec.of(type).encode(values, 0, count, bytes, offset);
    }

    @Override
    public boolean areFinite(DType type, MemorySegment bytes, long offset, int count) {
        Objects.checkFromIndexSize(0, count, longestBlock);
        return StoredValues.areFinite(type, bytes, offset, count);
    }

    @Override
    public void start(int count) {
        Objects.checkFromIndexSize(0, count, longestBlock);
        isOfTaskVectors = false;
        linear.start(count);
    }

    @Override
    public void startTaskVectors(double[] base, int count) {
        Objects.checkFromIndexSize(0, count, longestBlock);
        isOfTaskVectors = true;
        taskVectors.start(base, count);
    }

    @Override
    public void add(double coefficient, DType type, MemorySegment bytes, long offset) {
        int count = isOfTaskVectors ? taskVectors.count() : linear.count();
        ElementCodec.of(type).decode(bytes, offset, decoded, 0, count);
        add(coefficient, decoded);
    }

    @Override
    public void add(double coefficient, double[] values) {
        if (isOfTaskVectors) {
            taskVectors.add(coefficient, values);
        } else {
            linear.add(coefficient, values);
        }
    }

    @Override
    public double[] sum() {
        return isOfTaskVectors ? taskVectors.sum() : linear.sum();
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
        PartialSums.add(left, right, 0, count, partial, 0);
        return PartialSums.fold(partial, 0);
    }
}
