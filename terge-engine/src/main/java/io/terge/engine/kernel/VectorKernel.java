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
    private static final int MOST_PENDING = 3;

    private final int longestBlock;
    private final FloatReader reader;
    private final FloatWriter writer;
    private final LinearSum linear;
    private final VectorProducts products = new VectorProducts();
    private final double[] doubles;
    // Terms that were read and are not in the sum yet: up to three are added in one pass.
    private final float[][] pending;
    private final double[] coefficients = new double[MOST_PENDING];
    private int pendingTerms;

    VectorKernel(int longestBlock) {
        this.longestBlock = longestBlock;
        reader = new FloatReader(longestBlock);
        writer = new FloatWriter(longestBlock);
        linear = new LinearSum(longestBlock);
        doubles = new double[longestBlock];
        pending = new float[MOST_PENDING + 1][longestBlock];
    }

    @Override
    public void decode(DType type, MemorySegment bytes, long offset, double[] into, int count) {
        Objects.checkFromIndexSize(0, count, longestBlock);
        if (type.equals(DType.F64)) {
            MemorySegment.copy(bytes, DOUBLE, offset, into, 0, count);
            return;
        }
        Objects.checkFromIndexSize(0, count, into.length);
        float[] floats = scratch();
        reader.read(FloatType.of(type), bytes, offset, floats, count);
        widen(floats, into, count);
    }

    @Override
    public void encode(DType type, double[] values, int count, MemorySegment bytes, long offset) {
        Objects.checkFromIndexSize(0, count, longestBlock);
        Objects.checkFromIndexSize(0, count, values.length);
        int whole = count - count % FloatWriter.STEP;
        if (type.equals(DType.F64)) {
            DoubleWriter.write(values, whole, bytes, offset);
        } else {
            FloatType floats = FloatType.of(type);
            if (floats == FloatType.F32) {
                narrow(values, scratch(), whole);
            } else {
                Grid.round(floats, values, scratch(), whole);
            }
            writer.write(floats, scratch(), whole, bytes, offset);
        }
        if (whole < count) {
            ElementCodec rest = ElementCodec.of(type);
            long end = offset + (long) whole * rest.bytesPerElement();
            rest.encode(values, whole, count - whole, bytes, end);
        }
    }

    @Override
    public void start(int count) {
        Objects.checkFromIndexSize(0, count, longestBlock);
        pendingTerms = 0;
        linear.start(count);
    }

    @Override
    public void add(double coefficient, DType type, MemorySegment bytes, long offset) {
        if (type.equals(DType.F64)) {
            MemorySegment.copy(bytes, DOUBLE, offset, doubles, 0, linear.count());
            add(coefficient, doubles);
            return;
        }
        FloatType floats = FloatType.of(type);
        if (pendingTerms == MOST_PENDING) {
            addPending();
        }
        reader.read(floats, bytes, offset, pending[pendingTerms], linear.count());
        coefficients[pendingTerms++] = coefficient;
    }

    @Override
    public void add(double coefficient, double[] values) {
        addPending();
        linear.add(coefficient, values);
    }

    @Override
    public double[] sum() {
        addPending();
        return linear.sum();
    }

    @Override
    public void products(double[][] vectors, int count, double[] sums) {
        Objects.checkFromIndexSize(0, count, longestBlock);
        products.add(vectors, count, sums);
    }

    private void addPending() {
        double[] c = coefficients;
        switch (pendingTerms) {
            case 0 -> {}
            case 1 -> linear.add(c[0], pending[0]);
            case 2 -> linear.add(c[0], pending[0], c[1], pending[1]);
            default -> linear.add(c[0], pending[0], c[1], pending[1], c[2], pending[2]);
        }
        pendingTerms = 0;
    }

    // Never holds a term.
    private float[] scratch() {
        return pending[MOST_PENDING];
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
