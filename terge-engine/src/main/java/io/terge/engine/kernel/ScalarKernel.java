package io.terge.engine.kernel;

import io.terge.tensor.DType;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Objects;

/**
 * Plain code: loops over arrays, of which the JIT compiler makes vector code by itself. It is ready
 * much sooner than that of {@link VectorKernel}, which is faster.
 */
final class ScalarKernel implements Kernel {

    private static final ValueLayout.OfDouble DOUBLE =
            ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final int longestBlock;
    private final ArrayReader reader;
    private final ArrayWriter writer = new ArrayWriter();
    private final float[] floats;
    private final double[] doubles;
    private final LinearSum linear;
    private final TaskVectorSum taskVectors;
    private final PendingTerms pending;
    private boolean isOfTaskVectors;

    ScalarKernel(int longestBlock) {
        this.longestBlock = longestBlock;
        this.reader = new ArrayReader(longestBlock);
        this.floats = new float[longestBlock];
        this.doubles = new double[longestBlock];
        double[] sum = new double[longestBlock];
        this.linear = new LinearSum(sum);
        this.taskVectors = new TaskVectorSum(sum);
        this.pending = new PendingTerms(linear, reader, false, longestBlock);
    }

    @Override
    public void decode(DType type, MemorySegment bytes, long offset, double[] into, int count) {
        Objects.checkFromIndexSize(0, count, longestBlock);
        if (type.equals(DType.F64)) {
            MemorySegment.copy(bytes, DOUBLE, offset, into, 0, count);
            return;
        }
        Objects.checkFromIndexSize(0, count, into.length);
        reader.read(FloatType.of(type), bytes, offset, floats, count);
        widen(floats, into, count);
    }

    private static void widen(float[] from, double[] into, int count) {
        for (int i = 0; i < count; i++) {
            into[i] = from[i];
        }
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
        Objects.checkFromIndexSize(0, count, longestBlock);
        isOfTaskVectors = false;
        linear.start(count);
        pending.start(linear);
    }

    @Override
    public void startTaskVectors(double[] base, int count) {
        Objects.checkFromIndexSize(0, count, longestBlock);
        isOfTaskVectors = true;
        taskVectors.start(base, count);
        pending.start(taskVectors);
    }

    @Override
    public void add(double coefficient, DType type, MemorySegment bytes, long offset) {
        if (type.equals(DType.F64)) {
            int count = isOfTaskVectors ? taskVectors.count() : linear.count();
            MemorySegment.copy(bytes, DOUBLE, offset, doubles, 0, count);
            add(coefficient, doubles);
            return;
        }
        pending.add(coefficient, FloatType.of(type), bytes, offset);
    }

    @Override
    public void add(double coefficient, double[] values) {
        pending.addToSum();
        if (isOfTaskVectors) {
            taskVectors.add(coefficient, values);
        } else {
            linear.add(coefficient, values);
        }
    }

    @Override
    public double[] sum() {
        pending.finish();
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
