package io.terge.spi;

import static java.util.Objects.requireNonNull;

import io.terge.tensor.Extent;

import java.util.List;
import java.util.stream.Stream;

/**
 * What requests have to know of a merge method.
 *
 * @param summary what it does, in one line
 * @param reference where the maths come from, such as {@code "arXiv 2203.05482"}; may be empty
 * @param weighting what the weights mean
 * @param usesBase whether the method also reads the base, as methods on differences from it do; the
 *     base is then not one of the inputs
 * @param inputs how many models it can merge, the base not counted where the method reads it apart
 * @param options what can be set
 * @param extent how much of a tensor it looks at at a time; the default is a block
 * @param passes how often it reads its inputs: 1, and 1 more for each {@linkplain
 *     ParameterMerge#reduce statistic}
 * @since 0.1
 */
public record MethodDescription(
        String summary,
        String reference,
        Weighting weighting,
        boolean usesBase,
        InputCount inputs,
        List<MethodOption> options,
        Extent extent,
        int passes) {

    /**
     * How many inputs a method can merge. A request that gives it more or fewer for any parameter
     * is rejected.
     *
     * @param least 1 or more
     * @param most {@code least} or more
     */
    public record InputCount(int least, int most) {

        /** Any number of inputs. */
        public static final InputCount ANY = new InputCount(1, Integer.MAX_VALUE);

        /**
         * Checks the bounds.
         *
         * @throws IllegalArgumentException if the least is below 1 or above the most
         */
        public InputCount {
            if (least < 1 || most < least) {
                throw new IllegalArgumentException(
                        "A method has at least one input: from %d to %d".formatted(least, most));
            }
        }

        /** Whether so many inputs can be merged. */
        public boolean allows(int count) {
            return count >= least && count <= most;
        }

        /** As in {@code 2}, {@code 2 or more}, {@code 1 to 3}. */
        @Override
        public String toString() {
            if (least == most) {
                return Integer.toString(least);
            }
            return most == Integer.MAX_VALUE ? least + " or more" : least + " to " + most;
        }
    }

    /** What the weights of a request mean to a method. */
    public enum Weighting {
        /** Shares of a whole: divided by their sum over the models that hold the parameter. */
        RELATIVE,
        /** Factors: used as they are. */
        ABSOLUTE
    }

    /**
     * Copies the options.
     *
     * @throws IllegalArgumentException if there is not a pass at least
     */
    public MethodDescription {
        requireNonNull(summary, "summary");
        requireNonNull(reference, "reference");
        requireNonNull(weighting, "weighting");
        requireNonNull(inputs, "inputs");
        requireNonNull(extent, "extent");
        options = List.copyOf(options);
        if (passes < 1) {
            throw new IllegalArgumentException("A method reads its inputs once or more: " + passes);
        }
    }

    /** Returns the description of a method with relative weights, any inputs and no options. */
    public static MethodDescription of(String summary) {
        return new MethodDescription(
                summary, "", Weighting.RELATIVE, false, InputCount.ANY, List.of(), Extent.BLOCK, 1);
    }

    /** This description with the source of the maths. */
    public MethodDescription reference(String source) {
        return new MethodDescription(
                summary, source, weighting, usesBase, inputs, options, extent, passes);
    }

    /** This description with weights that are used as they are. */
    public MethodDescription absoluteWeights() {
        return new MethodDescription(
                summary, reference, Weighting.ABSOLUTE, usesBase, inputs, options, extent, passes);
    }

    /** This description of a method that also reads the base. */
    public MethodDescription withBase() {
        return new MethodDescription(
                summary, reference, weighting, true, inputs, options, extent, passes);
    }

    /** This description of a method that merges so many inputs. */
    public MethodDescription inputs(int least, int most) {
        InputCount count = new InputCount(least, most);
        return new MethodDescription(
                summary, reference, weighting, usesBase, count, options, extent, passes);
    }

    /** This description with one more option. */
    public MethodDescription option(MethodOption option) {
        List<MethodOption> all = Stream.concat(options.stream(), Stream.of(option)).toList();
        return new MethodDescription(
                summary, reference, weighting, usesBase, inputs, all, extent, passes);
    }

    /** This description of a method that looks at so much of a tensor at a time. */
    public MethodDescription extent(Extent most) {
        return new MethodDescription(
                summary, reference, weighting, usesBase, inputs, options, most, passes);
    }

    /** This description of a method that reads its inputs so often. */
    public MethodDescription passes(int count) {
        return new MethodDescription(
                summary, reference, weighting, usesBase, inputs, options, extent, count);
    }
}
