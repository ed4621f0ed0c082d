package io.terge.engine.kernel;

import io.terge.tensor.DType;
import io.terge.tensor.ElementCodec;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Objects;

/**
 * Vector code, in stages over blocks that stay in the processor's cache: stored elements to {@code
 * float}, all of it exact; sums in {@code double}; rounding; storing. The last elements of a block,
 * where they do not fill a vector, are encoded by {@link ElementCodec}.
 */
final class VectorKernel implements Kernel {

    private static final ValueLayout.OfDouble DOUBLE =
            ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final int longestBlock;
    private final FloatReader reader;
    private final FloatWriter writer;
    private final LinearSum linear;
    private final TaskVectorSum taskVectors;
    private boolean isOfTaskVectors;
    private final VectorProducts products = new VectorProducts();
    private final PendingTerms pending;
    private final float[] floats;
    private final double[] doubles;

    VectorKernel(int longestBlock) {
        this.longestBlock = longestBlock;
        reader = new FloatReader(longestBlock);
        writer = new FloatWriter(longestBlock);
        double[] sum = new double[longestBlock];
        linear = new LinearSum(sum);
        taskVectors = new TaskVectorSum(sum);
        pending = new PendingTerms(linear, reader, true, longestBlock);
        floats = new float[longestBlock];
        doubles = new double[longestBlock];
    }

    @Override
    public void decode(DType type, MemorySegment bytes, long offset, double[] into, int count) {
        Objects.checkFromIndexSize(0, count, longestBlock);
        if (type.equals(DType.F64)) {
            MemorySegment.copy(bytes, DOUBLE, offset, into, 0, count);
            return;
        }
        Objects.checkFromIndexSize(0, count, into.length);
        FloatType from = FloatType.of(type);
        if (FusedSums.canRead(from, count)) {
            FusedSums.read(from, bytes, offset, into, count);
        } else {
            reader.read(from, bytes, offset, floats, count);
            widen(floats, into, count);
        }
    }

    @Override
    public void encode(DType type, double[] values, int count, MemorySegment bytes, long offset) {
        Objects.checkFromIndexSize(0, count, longestBlock);
        Objects.checkFromIndexSize(0, count, values.length);
        int whole = count - count % FloatWriter.STEP;
        if (type.equals(DType.F64)) {
            DoubleWriter.write(values, whole, bytes, offset);
        } else {
            FloatType target = FloatType.of(type);
            if (target == FloatType.F32) {
                narrow(values, floats, whole);
            } else {
                Grid.round(target, values, floats, whole);
            }
            writer.write(target, floats, whole, bytes, offset);
        }
        if (whole < count) {
            ElementCodec rest = ElementCodec.of(type);
            long end = offset + (long) whole * rest.bytesPerElement();
            rest.encode(values, whole, count - whole, bytes, end);
        }
    }

    @Override
    public boolean areFinite(DType type, MemorySegment bytes, long offset, int count) {
        Objects.checkFromIndexSize(0, count, longestBlock);
        int whole = count - count % VectorValues.STEP;
        long end = offset + (long) whole * type.bits() / Byte.SIZE;
        return VectorValues.areFinite(type, bytes, offset, whole)
                && StoredValues.areFinite(type, bytes, end, count - whole);
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
        products.add(vectors, count, sums);
    }

    private static void widen(float[] from, double[] into, int count) {
        for (int i = 0; i < count; i++) {
            into[i] = from[i];
        }
    }

    private static void narrow(double[] from, float[] into, int count) {
        for (int i = 0; i < count; i++) {
            into[i] = (float) from[i];
        }
    }
}
