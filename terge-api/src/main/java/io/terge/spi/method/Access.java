package io.terge.spi.method;

import static java.util.Objects.requireNonNull;

import io.terge.tensor.Extent;

/**
 * What a method reads, and how: told before anything is read, so that planning knows time and
 * memory. Immutable.
 *
 * @since 0.1
 */
public final class Access {

    private final boolean usesBase;
    private final Extent extent;
    private final int passes;

    private Access(boolean usesBase, Extent extent, int passes) {
        this.usesBase = usesBase;
        this.extent = requireNonNull(extent, "extent");
        this.passes = passes;
    }

    /** Returns the access of a method that reads its inputs once, block by block. */
    public static Access once() {
        return new Access(false, Extent.BLOCK, 1);
    }

    /** This access of a method that reads the base, too; the base is then none of the inputs. */
    public Access withBase() {
        return new Access(true, extent, passes);
    }

    /** This access of a method that looks at whole rows of the last dimension. */
    public Access rows() {
        return new Access(usesBase, Extent.ROW, passes);
    }

    /** This access of a method that looks at whole tensors, which have to fit in memory. */
    public Access wholeTensors() {
        return new Access(usesBase, Extent.TENSOR, passes);
    }

    /**
     * This access of a method that reads its inputs so often at most: once for the output, and once
     * for each {@linkplain Statistics statistic}. Reading all {@linkplain ParameterMerge#matrix
     * matrices} is a pass, too; for an output of {@linkplain Output#whole whole tensors} it is that
     * of the output.
     *
     * @throws IllegalArgumentException if the count is less than 1
     */
    public Access passes(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("A method reads its inputs at least once: " + most);
        }
        return new Access(usesBase, extent, most);
    }

    /** Whether the base is read, too. */
    public boolean usesBase() {
        return usesBase;
    }

    /** How much of a tensor is looked at at a time. */
    public Extent extent() {
        return extent;
    }

    /** How often the inputs are read at most. */
    public int passes() {
        return passes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Access that
                && usesBase == that.usesBase
                && extent == that.extent
                && passes == that.passes;
    }

    @Override
    public int hashCode() {
        return extent.hashCode() * 31 + passes * 2 + (usesBase ? 1 : 0);
    }

    @Override
    public String toString() {
        return "%s%s, %d passes".formatted(extent, usesBase ? ", base" : "", passes);
    }
}
