package io.terge.engine.kernel;

import io.terge.tensor.DType;
import io.terge.tensor.ElementCodec;

import java.lang.foreign.MemorySegment;
import java.util.Objects;

/**
 * Vector code, in stages over blocks that stay in the processor's cache: stored elements to {@code
 * float}, all of it exact; sums in {@code double}; rounding; storing. The last elements of a block,
 * where they do not fill a vector, are encoded by {@link ElementCodec}.
 */
final class VectorKernel implements Kernel {

    private final int longestBlock;
    private final FloatReader reader;
    private final FloatWriter writer;
    private final VectorProducts products = new VectorProducts();
    private final StoredSums sums;
    private final float[] floats;

    VectorKernel(int longestBlock) {
        this.longestBlock = longestBlock;
        reader = new FloatReader(longestBlock);
        writer = new FloatWriter(longestBlock);
        sums = new StoredSums(reader, true, longestBlock);
        floats = new float[longestBlock];
    }

    @Override
    public void decode(DType type, MemorySegment bytes, long offset, double[] into, int count) {
        Objects.checkFromIndexSize(0, count, longestBlock);
        if (type.equals(DType.F64)) {
            StoredSums.readF64(bytes, offset, into, count);
            return;
        }
        Objects.checkFromIndexSize(0, count, into.length);
        FloatType from = FloatType.of(type);
        if (FusedSums.canRead(from, count)) {
            FusedSums.read(from, bytes, offset, into, count);
        } else {
            reader.read(from, bytes, offset, floats, count);
            StoredSums.widen(floats, into, count);
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
        products.add(vectors, count, sums);
    }

    private static void narrow(double[] from, float[] into, int count) {
        for (int i = 0; i < count; i++) {
            into[i] = (float) from[i];
        }
    }
}
