package io.terge.spi.method;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What requests have to know of a merge method. Immutable: every method that says more returns
 * another description.
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

    /** This description with the source of the maths, such as {@code "arXiv 2203.05482"}. */
    public MethodDescription reference(String source) {
        return new MethodDescription(summary, source, weighting, inputs, options, access);
    }

    /** This description with weights that are used as they are. */
    public MethodDescription absoluteWeights() {
        return new MethodDescription(
                summary, reference, Weighting.ABSOLUTE, inputs, options, access);
    }

    /**
     * This description of a method that merges so many models, a base that it reads apart not
     * counted.
     *
     * @throws IllegalArgumentException if the least is below 1 or above the most
     */
    public MethodDescription inputs(int least, int most) {
        Optional<InputCount> count = Optional.of(InputCount.between(least, most));
        return new MethodDescription(summary, reference, weighting, count, options, access);
    }

    /** This description with one more option. */
    public MethodDescription option(MethodOption option) {
        List<MethodOption> all = Stream.concat(options.stream(), Stream.of(option)).toList();
        return new MethodDescription(summary, reference, weighting, inputs, all, access);
    }

    /** This description of a method that reads in this way, whatever its options are. */
    public MethodDescription access(Access always) {
        return new MethodDescription(summary, reference, weighting, inputs, options, always);
    }

    /** This description of a method that also reads the base; see {@link Access#withBase()}. */
    public MethodDescription withBase() {
        return accessing(Access::withBase);
    }

    /** This description of a method that looks at whole rows; see {@link Access#rows()}. */
    public MethodDescription rows() {
        return accessing(Access::rows);
    }

    /** This description of a method that looks at whole tensors: {@link Access#wholeTensors()}. */
    public MethodDescription wholeTensors() {
        return accessing(Access::wholeTensors);
    }

    /** This description of a method that reads so often at most; see {@link Access#passes(int)}. */
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

    /** The source of the maths; may be empty. */
    public String reference() {
        return reference;
    }

    /** What the weights mean. */
    public Weighting weighting() {
        return weighting;
    }

    /**
     * How many models it merges. Where nothing was said: two or more, or one or more beside a base
     * that it reads.
     */
    public InputCount inputs() {
        return inputs.orElseGet(() -> InputCount.atLeast(access.usesBase() ? 1 : 2));
    }

    /** What can be set. */
    public List<MethodOption> options() {
        return options;
    }

    /** How it reads, unless {@link MergeMethod#access} says otherwise of some options. */
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
