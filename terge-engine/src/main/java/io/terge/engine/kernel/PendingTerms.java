package io.terge.engine.kernel;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.Objects;

/** Stored terms that are not in a sum yet: up to three are added in one pass. */
final class PendingTerms {

    private static final int MOST = 3;

    private final StoredFloats reader;
    private final boolean fuses;
    private final float[][] floats;
    private final FloatType[] types = new FloatType[MOST];
    private final MemorySegment[] memories = new MemorySegment[MOST];
    private final long[] offsets = new long[MOST];
    private final double[] coefficients = new double[MOST];
    private FloatSum sum;
    private int terms;

    /**
     * Makes it.
     *
     * @param sum the first sum
     * @param reader reads the terms
     * @param fuses whether vector code of several terms at a time is used where there is some
     * @param longest how many elements a term has, at most
     */
    PendingTerms(FloatSum sum, StoredFloats reader, boolean fuses, int longest) {
        this.sum = sum;
        this.reader = reader;
        this.fuses = fuses;
        floats = new float[MOST][longest];
        Arrays.fill(types, FloatType.F32);
        Arrays.fill(memories, MemorySegment.NULL);
    }

    /** Forgets the terms; those to come are of another sum. */
    void start(FloatSum other) {
        sum = other;
        terms = 0;
    }

    void add(double coefficient, FloatType type, MemorySegment bytes, long offset) {
        if (terms == MOST) {
            addToSum();
        }
        long size = (long) sum.count() * type.bytes();
        Objects.checkFromIndexSize(offset, size, bytes.byteSize());
        coefficients[terms] = coefficient;
        types[terms] = type;
        memories[terms] = bytes;
        offsets[terms] = offset;
        terms++;
    }

    /** Adds the last terms of a sum, which may then be complete. */
    void finish() {
        if (fuses
                && terms > 0
                && sum instanceof TaskVectorSum vectors
                && vectors.isEmpty()
                && FusedTaskVectors.canDo(types, terms, vectors.count())) {
            FusedTaskVectors.set(
                    vectors.taken(),
                    vectors.base(),
                    types[0],
                    terms,
                    coefficients,
                    memories,
                    offsets,
                    vectors.count());
            terms = 0;
        }
        addToSum();
    }

    void addToSum() {
        if (terms == 0) {
            return;
        }
        if (fuses
                && sum instanceof LinearSum linear
                && linear.isEmpty()
                && FusedSums.canDo(types, terms, linear.count())) {
            double[] into = linear.firstTerms();
            FusedSums.set(into, types[0], terms, coefficients, memories, offsets, linear.count());
        } else {
            addFloats();
        }
        terms = 0;
    }

    private void addFloats() {
        for (int t = 0; t < terms; t++) {
            reader.read(types[t], memories[t], offsets[t], floats[t], sum.count());
        }
        double[] c = coefficients;
        switch (terms) {
            case 1 -> sum.add(c[0], floats[0]);
            case 2 -> sum.add(c[0], floats[0], c[1], floats[1]);
            default -> sum.add(c[0], floats[0], c[1], floats[1], c[2], floats[2]);
        }
    }
}
