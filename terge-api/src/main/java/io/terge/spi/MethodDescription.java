package io.terge.spi;

import static java.util.Objects.requireNonNull;

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
 * @param options what can be set
 * @since 0.1
 */
public record MethodDescription(
        String summary,
        String reference,
        Weighting weighting,
        boolean usesBase,
        List<MethodOption> options) {

    /** What the weights of a request mean to a method. */
    public enum Weighting {
        /** Shares of a whole: divided by their sum over the models that hold the parameter. */
        RELATIVE,
        /** Factors: used as they are. */
        ABSOLUTE
    }

    /** Copies the options. */
    public MethodDescription {
        requireNonNull(summary, "summary");
        requireNonNull(reference, "reference");
        requireNonNull(weighting, "weighting");
        options = List.copyOf(options);
    }

    /** Returns the description of a method with relative weights and no options. */
    public static MethodDescription of(String summary) {
        return new MethodDescription(summary, "", Weighting.RELATIVE, false, List.of());
    }

    /** This description with the source of the maths. */
    public MethodDescription reference(String source) {
        return new MethodDescription(summary, source, weighting, usesBase, options);
    }

    /** This description with weights that are used as they are. */
    public MethodDescription absoluteWeights() {
        return new MethodDescription(summary, reference, Weighting.ABSOLUTE, usesBase, options);
    }

    /** This description of a method that also reads the base. */
    public MethodDescription withBase() {
        return new MethodDescription(summary, reference, weighting, true, options);
    }

    /** This description with one more option. */
    public MethodDescription option(MethodOption option) {
        List<MethodOption> all = Stream.concat(options.stream(), Stream.of(option)).toList();
        return new MethodDescription(summary, reference, weighting, usesBase, all);
    }
}
