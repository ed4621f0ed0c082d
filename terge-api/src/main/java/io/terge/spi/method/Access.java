package io.terge.spi.method;

import static java.util.Objects.requireNonNull;

import io.terge.tensor.Extent;

import java.util.Objects;

/**
 * What a method reads, declared in advance, so that planning knows the time and memory it takes. A
 * method that reads more than it declares fails the merge. Immutable.
 *
 * @since 0.1
 */
public final class Access {

    private final BaseUse base;
    private final Extent extent;
    private final int passes;
    private final int surveyPasses;
    private final int arrays;

    private enum BaseUse {
        NEVER,
        IF_STATED,
        ALWAYS
    }

    private Access(BaseUse base, Extent extent, int passes, int surveyPasses, int arrays) {
        this.base = base;
        this.extent = requireNonNull(extent, "extent");
        this.passes = passes;
        this.surveyPasses = surveyPasses;
        this.arrays = arrays;
    }

    /**
     * Returns the default access: the inputs are read once, block by block, and the base is not
     * read.
     */
    public static Access once() {
        return new Access(BaseUse.NEVER, Extent.BLOCK, 1, 1, 0);
    }

    /**
     * Returns this access with the base. The base is then not one of the inputs, even if it is one
     * of the models.
     */
    public Access withBase() {
        return new Access(BaseUse.ALWAYS, extent, passes, surveyPasses, arrays);
    }

    /**
     * Returns this access with the base if the request states one, as {@link #withBase()}; else
     * there is none, and {@link ParameterMerge#hasBase()} tells.
     */
    public Access withBaseIfStated() {
        return new Access(BaseUse.IF_STATED, extent, passes, surveyPasses, arrays);
    }

    /**
     * Returns this access for a request that does or does not state a base: with or without the
     * base if it depends on that, else this access.
     */
    public Access forRequest(boolean statesBase) {
        return base == BaseUse.IF_STATED
                ? new Access(
                        statesBase ? BaseUse.ALWAYS : BaseUse.NEVER,
                        extent,
                        passes,
                        surveyPasses,
                        arrays)
                : this;
    }

    /** Returns this access with whole rows of the last dimension in memory at a time. */
    public Access rows() {
        return new Access(base, Extent.ROW, passes, surveyPasses, arrays);
    }

    /** Returns this access with whole tensors in memory, all inputs at once. */
    public Access wholeTensors() {
        return new Access(base, Extent.TENSOR, passes, surveyPasses, arrays);
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
        return new Access(base, extent, most, surveyPasses, arrays);
    }

    /**
     * Returns this access with a maximum number of passes of the {@linkplain SurveyingMethod#survey
     * survey} over the whole model, in addition to those over each parameter. The default is 1; 0
     * if the survey reads nothing. Only for a {@link SurveyingMethod}.
     *
     * @throws IllegalArgumentException if the count is negative
     */
    public Access surveyPasses(int most) {
        if (most < 0) {
            throw new IllegalArgumentException("Expected 0 passes or more, got " + most);
        }
        return new Access(base, extent, passes, most, arrays);
    }

    /**
     * Returns this access with arrays of the method's own, each with a {@code double} for every
     * element of the parameter, so that planning counts their memory. The engine reserves it while
     * the method works on the parameter; the method allocates the arrays itself. For methods that
     * read {@linkplain #wholeTensors whole tensors}.
     *
     * @param count how many such arrays exist at the same time, at most
     * @throws IllegalArgumentException if the count is negative
     */
    public Access arrays(int count) {
        if (count < 0) {
            throw new IllegalArgumentException("Expected 0 arrays or more, got " + count);
        }
        return new Access(base, extent, passes, surveyPasses, count);
    }

    /** Whether the base is read, whatever the request states. */
    public boolean usesBase() {
        return base == BaseUse.ALWAYS;
    }

    /** Whether the base is read if the request states one: see {@link #withBaseIfStated()}. */
    public boolean usesBaseIfStated() {
        return base == BaseUse.IF_STATED;
    }

    /** How much of a tensor must be in memory at a time. */
    public Extent extent() {
        return extent;
    }

    /** The maximum number of passes over the inputs. */
    public int passes() {
        return passes;
    }

    /** The maximum number of passes of a survey over the model. */
    public int surveyPasses() {
        return surveyPasses;
    }

    /** The number of arrays of the parameter's size that the method allocates. */
    public int arrays() {
        return arrays;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Access that
                && base == that.base
                && extent == that.extent
                && passes == that.passes
                && surveyPasses == that.surveyPasses
                && arrays == that.arrays;
    }

    @Override
    public int hashCode() {
        return Objects.hash(base, extent, passes, surveyPasses, arrays);
    }

    @Override
    public String toString() {
        String read =
                switch (base) {
                    case NEVER -> "";
                    case IF_STATED -> ", base if stated";
                    case ALWAYS -> ", base";
                };
        return "%s%s, %d passes".formatted(extent, read, passes);
    }
}
