package io.terge.spi.method;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Describes a merge method to requests and to planning. Immutable: each method that adds to a
 * description returns a new one.
 *
 * <pre>{@code
 * MethodDescription.of("Adds the mean of scaled task vectors to the base.")
 *         .reference("arXiv 2212.04089")
 *         .absoluteWeights()
 *         .option(MethodOption.number("lambda", "scale of the sum").orElse(1))
 *         .access(Access.once().withBase());
 * }</pre>
 *
 * @since 0.1
 */
public final class MethodDescription {

    private final String summary;
    private final String reference;
    private final Weighting weighting;
    private final Optional<InputCount> inputs;
    private final List<MethodOption> options;
    private final Access access;

    private MethodDescription(
            String summary,
            String reference,
            Weighting weighting,
            Optional<InputCount> inputs,
            List<MethodOption> options,
            Access access) {
        this.summary = requireNonNull(summary, "summary");
        this.reference = requireNonNull(reference, "reference");
        this.weighting = weighting;
        this.inputs = inputs;
        this.options = List.copyOf(options);
        this.access = requireNonNull(access, "access");
    }

    /**
     * Returns the description of a method with relative weights, any number of models, no options
     * and no base, that reads its inputs once.
     *
     * @param summary what it does, in one line
     */
    public static MethodDescription of(String summary) {
        return new MethodDescription(
                summary, "", Weighting.RELATIVE, Optional.empty(), List.of(), Access.once());
    }

    /**
     * Returns this description with the source of the formulas, such as {@code "arXiv 2203.05482"}.
     */
    public MethodDescription reference(String source) {
        return new MethodDescription(summary, source, weighting, inputs, options, access);
    }

    /** Returns this description with {@linkplain Weighting#ABSOLUTE absolute} weights. */
    public MethodDescription absoluteWeights() {
        return new MethodDescription(
                summary, reference, Weighting.ABSOLUTE, inputs, options, access);
    }

    /**
     * Returns this description with a number of models, not counting a base that the method reads.
     *
     * @throws IllegalArgumentException if {@code least} is less than 1 or greater than {@code most}
     */
    public MethodDescription inputs(int least, int most) {
        Optional<InputCount> count = Optional.of(InputCount.between(least, most));
        return new MethodDescription(summary, reference, weighting, count, options, access);
    }

    /** Returns this description with one more option. */
    public MethodDescription option(MethodOption option) {
        List<MethodOption> all = Stream.concat(options.stream(), Stream.of(option)).toList();
        return new MethodDescription(summary, reference, weighting, inputs, all, access);
    }

    /** Returns this description with an access, replacing the one so far. */
    public MethodDescription access(Access always) {
        return new MethodDescription(summary, reference, weighting, inputs, options, always);
    }

    /** Returns this description with the base read as well; see {@link Access#withBase()}. */
    public MethodDescription withBase() {
        return accessing(Access::withBase);
    }

    /** Returns this description with access to whole rows; see {@link Access#rows()}. */
    public MethodDescription rows() {
        return accessing(Access::rows);
    }

    /** Returns this description with access to whole tensors; see {@link Access#wholeTensors()}. */
    public MethodDescription wholeTensors() {
        return accessing(Access::wholeTensors);
    }

    /** Returns this description with a maximum number of passes; see {@link Access#passes(int)}. */
    public MethodDescription passes(int most) {
        return accessing(now -> now.passes(most));
    }

    private MethodDescription accessing(UnaryOperator<Access> change) {
        return access(change.apply(access));
    }

    /** What the method does, in one line; may be empty. */
    public String summary() {
        return summary;
    }

    /** The source of the formulas; may be empty. */
    public String reference() {
        return reference;
    }

    /** The meaning of the weights. */
    public Weighting weighting() {
        return weighting;
    }

    /**
     * The number of models it supports, not counting a base that it reads. Default: two or more, or
     * one or more if it reads the base.
     */
    public InputCount inputs() {
        return inputs.orElseGet(() -> InputCount.atLeast(access.usesBase() ? 1 : 2));
    }

    /** The options, in the order in which they were added. */
    public List<MethodOption> options() {
        return options;
    }

    /** What it reads, unless {@link MergeMethod#access} is overridden. */
    public Access access() {
        return access;
    }

    private List<Object> state() {
        return List.of(summary, reference, weighting, inputs, options, access);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MethodDescription that && state().equals(that.state());
    }

    @Override
    public int hashCode() {
        return state().hashCode();
    }

    @Override
    public String toString() {
        return summary;
    }
}
