package io.terge.spi.method;

import static java.util.Objects.requireNonNull;

import io.terge.tensor.Extent;

/**
 * What a method reads, declared in advance, so that planning knows the time and memory it takes. A
 * method that reads more than it declares fails the merge. Immutable.
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

    /**
     * Returns the default access: the inputs are read once, block by block, and the base is not
     * read.
     */
    public static Access once() {
        return new Access(false, Extent.BLOCK, 1);
    }

    /**
     * Returns this access with the base. The base is then not one of the inputs, even if it is one
     * of the models.
     */
    public Access withBase() {
        return new Access(true, extent, passes);
    }

    /** Returns this access with whole rows of the last dimension in memory at a time. */
    public Access rows() {
        return new Access(usesBase, Extent.ROW, passes);
    }

    /** Returns this access with whole tensors in memory, all inputs at once. */
    public Access wholeTensors() {
        return new Access(usesBase, Extent.TENSOR, passes);
    }

    /**
     * Returns this access with a maximum number of passes over the inputs: one for the output and
     * one for each {@linkplain Statistics statistic}. Reading all {@linkplain ParameterMerge#matrix
     * matrices} once is also a pass; for {@link Output#whole} it is the pass of the output.
     *
     * @throws IllegalArgumentException if the count is less than 1
     */
    public Access passes(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("Expected at least 1 pass, got " + most);
        }
        return new Access(usesBase, extent, most);
    }

    /** Whether the base is read. */
    public boolean usesBase() {
        return usesBase;
    }

    /** How much of a tensor must be in memory at a time. */
    public Extent extent() {
        return extent;
    }

    /** The maximum number of passes over the inputs. */
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
