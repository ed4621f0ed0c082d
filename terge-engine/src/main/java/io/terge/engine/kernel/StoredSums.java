package io.terge.engine.kernel;

import io.terge.tensor.DType;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Objects;

/** The sums of a {@link Kernel}, of stored elements and of numbers. */
final class StoredSums {

    private static final ValueLayout.OfDouble DOUBLE =
            ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final int longestBlock;
    private final double[] doubles;
    private final LinearSum linear;
    private final TaskVectorSum taskVectors;
    private final PendingTerms pending;
    private boolean isOfTaskVectors;

    /**
     * Makes them.
     *
     * @param reader reads stored elements
     * @param fuses whether vector code of several terms at a time is used where there is some
     * @param longestBlock how many elements a term has, at most
     */
    StoredSums(StoredFloats reader, boolean fuses, int longestBlock) {
        this.longestBlock = longestBlock;
        this.doubles = new double[longestBlock];
        double[] sum = new double[longestBlock];
        this.linear = new LinearSum(sum);
        this.taskVectors = new TaskVectorSum(sum);
        this.pending = new PendingTerms(linear, reader, fuses, longestBlock);
    }

    void start(int count) {
        Objects.checkFromIndexSize(0, count, longestBlock);
        isOfTaskVectors = false;
        linear.start(count);
        pending.start(linear);
    }

    void startTaskVectors(double[] base, int count) {
        Objects.checkFromIndexSize(0, count, longestBlock);
        isOfTaskVectors = true;
        taskVectors.start(base, count);
        pending.start(taskVectors);
    }

    void add(double coefficient, DType type, MemorySegment bytes, long offset) {
        if (type.equals(DType.F64)) {
            int count = isOfTaskVectors ? taskVectors.count() : linear.count();
            readF64(bytes, offset, doubles, count);
            add(coefficient, doubles);
            return;
        }
        pending.add(coefficient, FloatType.of(type), bytes, offset);
    }

    void add(double coefficient, double[] values) {
        pending.addToSum();
        if (isOfTaskVectors) {
            taskVectors.add(coefficient, values);
        } else {
            linear.add(coefficient, values);
        }
    }

    double[] sum() {
        pending.finish();
        return isOfTaskVectors ? taskVectors.sum() : linear.sum();
    }

    /** Reads stored elements that are numbers as they are. */
    static void readF64(MemorySegment bytes, long offset, double[] into, int count) {
        MemorySegment.copy(bytes, DOUBLE, offset, into, 0, count);
    }

    static void widen(float[] from, double[] into, int count) {
        for (int i = 0; i < count; i++) {
            into[i] = from[i];
        }
    }
}
