package io.terge.engine.kernel;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.Objects;

/** Stored terms that are not in a sum yet: up to three are added in one pass. */
final class PendingTerms {

    private static final int MOST = 3;

    private final LinearSum linear;
    private final FloatReader reader;
    private final float[][] floats;
    private final FloatType[] types = new FloatType[MOST];
    private final MemorySegment[] memories = new MemorySegment[MOST];
    private final long[] offsets = new long[MOST];
    private final double[] coefficients = new double[MOST];
    private int terms;

    PendingTerms(LinearSum linear, FloatReader reader, int longest) {
        this.linear = linear;
        this.reader = reader;
        floats = new float[MOST][longest];
        Arrays.fill(types, FloatType.F32);
        Arrays.fill(memories, MemorySegment.NULL);
    }

    void forget() {
        terms = 0;
    }

    void add(double coefficient, FloatType type, MemorySegment bytes, long offset) {
        if (terms == MOST) {
            addToSum();
        }
        long size = (long) linear.count() * type.bytes();
        Objects.checkFromIndexSize(offset, size, bytes.byteSize());
        coefficients[terms] = coefficient;
        types[terms] = type;
        memories[terms] = bytes;
        offsets[terms] = offset;
        terms++;
    }

    void addToSum() {
        if (terms == 0) {
            return;
        }
        if (linear.isEmpty() && FusedSums.canDo(types, terms, linear.count())) {
            double[] sum = linear.firstTerms();
            FusedSums.set(sum, types[0], terms, coefficients, memories, offsets, linear.count());
        } else {
            addFloats();
        }
        terms = 0;
    }

    private void addFloats() {
        for (int t = 0; t < terms; t++) {
            reader.read(types[t], memories[t], offsets[t], floats[t], linear.count());
        }
        double[] c = coefficients;
        switch (terms) {
            case 1 -> linear.add(c[0], floats[0]);
            case 2 -> linear.add(c[0], floats[0], c[1], floats[1]);
            default -> linear.add(c[0], floats[0], c[1], floats[1], c[2], floats[2]);
        }
    }
}
