package io.terge.testkit;

import io.terge.spi.method.Access;
import io.terge.spi.method.Block;
import io.terge.tensor.Extent;
import io.terge.tensor.Shape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** The numbers of one parameter, of which a method sees what its access says. */
final class ReferenceInputs {

    // A NaN that no arithmetic makes: it marks what was not written.
    private static final long UNWRITTEN_BITS = 0x7FF4_0BAD_F00D_0001L;
    private static final double UNWRITTEN = Double.longBitsToDouble(UNWRITTEN_BITS);

    private final MergeCase mergeCase;
    private final Access access;
    private final AtomicBoolean baseRead = new AtomicBoolean();

    ReferenceInputs(MergeCase mergeCase, Access access) {
        this.mergeCase = mergeCase;
        this.access = access;
    }

    int count() {
        return mergeCase.numbers().size();
    }

    int elements() {
        return mergeCase.base().length;
    }

    double[] input(int index) {
        return mergeCase.numbers().get(index);
    }

    double[] base() {
        if (!access.usesBase()) {
            throw new IllegalStateException("The method's access does not declare withBase()");
        }
        baseRead.set(true);
        return mergeCase.base();
    }

    boolean isBaseRead() {
        return baseRead.get();
    }

    void checkExtent(Extent needed) {
        if (access.extent() != needed) {
            throw new IllegalStateException(
                    "The method's access does not declare %s()"
                            .formatted(needed == Extent.ROW ? "rows" : "wholeTensors"));
        }
    }

    /** The length of a row: a tensor without dimensions is one row. */
    int row() {
        Shape shape = mergeCase.shape();
        long row = shape.rank() == 0 ? 1 : Math.max(1, shape.dimension(shape.rank() - 1));
        return Math.toIntExact(row);
    }

    List<Block> blocks(int longest, boolean haveOutput) {
        List<Block> blocks = new ArrayList<>();
        for (int start = 0; start < elements(); ) {
            int length = Math.min(longest, elements() - start);
            blocks.add(new ReferenceBlock(this, start, length, haveOutput));
            start += length;
        }
        return blocks;
    }

    /** A copy of part of an array; beyond it lies rubbish, another one in each block. */
    static double[] part(double[] values, int start, int length) {
        double[] part = new double[length + 3];
        Arrays.fill(part, 1e6 * (start + 1) + length);
        System.arraycopy(values, start, part, 0, length);
        return part;
    }

    /** Values that have not been set. */
    static double[] unwritten(int length) {
        double[] values = new double[length];
        Arrays.fill(values, UNWRITTEN);
        return values;
    }

    /** How many values have not been set. */
    static long countUnwritten(double[] values) {
        return Arrays.stream(values)
                .filter(value -> Double.doubleToRawLongBits(value) == UNWRITTEN_BITS)
                .count();
    }
}
