package io.terge.spi.method;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
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

    private final Facts facts;

    private MethodDescription(Facts facts) {
        this.facts = facts;
    }

    /** What is said; texts may be empty. */
    private record Facts(
            String summary,
            String reference,
            String formula,
            String advice,
            String example,
            Weighting weighting,
            Optional<InputCount> inputs,
            List<MethodOption> options,
            Access access,
            boolean random) {}

    /**
     * Returns the description of a method with relative weights, any number of models, no options
     * and no base, that reads its inputs once.
     *
     * @param summary what it does, in one line
     */
    public static MethodDescription of(String summary) {
        return new MethodDescription(
                new Facts(
                        requireNonNull(summary, "summary"),
                        "",
                        "",
                        "",
                        "",
                        Weighting.RELATIVE,
                        Optional.empty(),
                        List.of(),
                        Access.once(),
                        false));
    }

    /**
     * Returns this description with the source of the formulas, such as {@code "arXiv 2203.05482"}.
     */
    public MethodDescription reference(String source) {
        requireNonNull(source, "source");
        return with(draft -> draft.reference = source);
    }

    /**
     * Returns this description with the formula, in one or more lines of plain text. {@code x[i]}
     * are the models, {@code w[i]} their weights, {@code b} is the base, and {@code d[i] = x[i] -
     * b}.
     */
    public MethodDescription formula(String text) {
        requireNonNull(text, "text");
        return with(draft -> draft.formula = text);
    }

    /** Returns this description with when to use the method, in one or a few sentences. */
    public MethodDescription advice(String text) {
        requireNonNull(text, "text");
        return with(draft -> draft.advice = text);
    }

    /**
     * Returns this description with the options of an example, as on a command line, such as {@code
     * "--option density=0.5"}.
     */
    public MethodDescription example(String text) {
        requireNonNull(text, "text");
        return with(draft -> draft.example = text);
    }

    /**
     * Returns this description as that of a method that uses {@linkplain ParameterMerge#random
     * random numbers}: its result depends on the seed.
     */
    public MethodDescription withRandomNumbers() {
        return with(draft -> draft.random = true);
    }

    /** Returns this description with {@linkplain Weighting#ABSOLUTE absolute} weights. */
    public MethodDescription absoluteWeights() {
        return with(draft -> draft.weighting = Weighting.ABSOLUTE);
    }

    /** Returns this description with {@linkplain Weighting#IGNORED weights of no effect}. */
    public MethodDescription ignoresWeights() {
        return with(draft -> draft.weighting = Weighting.IGNORED);
    }

    /**
     * Returns this description with a number of models, not counting a base that the method reads.
     *
     * @throws IllegalArgumentException if {@code least} is less than 1 or greater than {@code most}
     */
    public MethodDescription inputs(int least, int most) {
        Optional<InputCount> count = Optional.of(InputCount.between(least, most));
        return with(draft -> draft.inputs = count);
    }

    /** Returns this description with one more option. */
    public MethodDescription option(MethodOption option) {
        List<MethodOption> all = Stream.concat(facts.options.stream(), Stream.of(option)).toList();
        return with(draft -> draft.options = all);
    }

    /** Returns this description with an access, replacing the one so far. */
    public MethodDescription access(Access always) {
        requireNonNull(always, "always");
        return with(draft -> draft.access = always);
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

    private MethodDescription with(Consumer<Draft> change) {
        Draft draft = new Draft(facts);
        change.accept(draft);
        return new MethodDescription(draft.facts());
    }

    private MethodDescription accessing(UnaryOperator<Access> change) {
        return access(change.apply(facts.access));
    }

    /** What the method does, in one line; may be empty. */
    public String summary() {
        return facts.summary;
    }

    /** The source of the formulas; may be empty. */
    public String reference() {
        return facts.reference;
    }

    /** The formula, in one or more lines; may be empty. */
    public String formula() {
        return facts.formula;
    }

    /** When to use it; may be empty. */
    public String advice() {
        return facts.advice;
    }

    /** The options of an example, as on a command line; may be empty. */
    public String example() {
        return facts.example;
    }

    /** Whether its result depends on the seed. */
    public boolean usesRandomNumbers() {
        return facts.random;
    }

    /** The meaning of the weights. */
    public Weighting weighting() {
        return facts.weighting;
    }

    /**
     * The number of models it supports, not counting a base that it reads. Default: two or more, or
     * one or more if it reads the base.
     */
    public InputCount inputs() {
        return facts.inputs.orElseGet(() -> InputCount.atLeast(facts.access.usesBase() ? 1 : 2));
    }

    /** The options, in the order in which they were added. */
    public List<MethodOption> options() {
        return facts.options;
    }

    /** What it reads, unless {@link MergeMethod#access} is overridden. */
    public Access access() {
        return facts.access;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MethodDescription that && facts.equals(that.facts);
    }

    @Override
    public int hashCode() {
        return facts.hashCode();
    }

    @Override
    public String toString() {
        return facts.summary;
    }

    private static final class Draft {

        private final String summary;
        private String reference;
        private String formula;
        private String advice;
        private String example;
        private Weighting weighting;
        private Optional<InputCount> inputs;
        private List<MethodOption> options;
        private Access access;
        private boolean random;

        private Draft(Facts from) {
            summary = from.summary;
            reference = from.reference;
            formula = from.formula;
            advice = from.advice;
            example = from.example;
            weighting = from.weighting;
            inputs = from.inputs;
            options = from.options;
            access = from.access;
            random = from.random;
        }

        private Facts facts() {
            return new Facts(
                    summary, reference, formula, advice, example, weighting, inputs, options,
                    access, random);
        }
    }
}
