package io.terge.testkit;

import static java.util.Objects.requireNonNull;

import io.terge.spi.method.Access;
import io.terge.spi.method.MergeMethod;
import io.terge.spi.method.Output;
import io.terge.spi.method.ParameterMerge;
import io.terge.spi.method.SurveyingMethod;

import java.util.List;
import java.util.function.Function;

/**
 * Runs a merge method over arrays of {@code double} and evaluates its output with simple code, in
 * the order of operations of the contract: the reference for any engine. It is deliberately strict:
 * blocks have the given size, arrays contain garbage beyond the end of a block, the output is NaN
 * until it is written, and reductions that declare themselves exact are gathered in a shuffled
 * order unless the order is {@link BlockOrder#FORWARD}.
 *
 * @param blockSize the maximum number of elements in a block
 * @param order the order in which blocks are processed
 * @since 0.1
 */
public record ReferenceMerge(int blockSize, BlockOrder order) {

    /**
     * @throws IllegalArgumentException if the block size is not positive
     */
    public ReferenceMerge {
        if (blockSize < 1) {
            throw new IllegalArgumentException(
                    "Expected a block size of 1 or more, got " + blockSize);
        }
    }

    /**
     * The result of running a method.
     *
     * @param output the output it returned
     * @param values the values of the output; NaN if not written
     * @param unwritten the number of elements that no block has set
     * @param readBase whether it read the base
     * @param passes the number of passes over its inputs, without a survey
     * @param notes its notes on the parameter
     * @param survey the result of its survey, as text; empty without a survey
     */
    public record Outcome(
            Output output,
            double[] values,
            long unwritten,
            boolean readBase,
            int passes,
            List<String> notes,
            String survey) {

        public Outcome {
            requireNonNull(output, "output");
            notes = List.copyOf(notes);
            requireNonNull(survey, "survey");
        }
    }

    /** Returns a reference merge with all elements in one block. */
    public static ReferenceMerge inOneBlock() {
        return new ReferenceMerge(Integer.MAX_VALUE, BlockOrder.FORWARD);
    }

    /**
     * Merges one parameter, which is also the only one of a survey.
     *
     * @throws RuntimeException any exception that the method throws
     * @throws IllegalStateException if the method violates its access
     * @throws IllegalArgumentException if the output does not have one coefficient per input, or
     *     one value per element
     */
    public Outcome run(MergeMethod method, MergeCase mergeCase) {
        return run(method, List.of(mergeCase)).getFirst();
    }

    /**
     * Merges the parameters of a model one by one, after a survey of all of them.
     *
     * @param model one or more parameters, with the same options if the method surveys the model
     * @return the result for each parameter
     * @throws RuntimeException as {@link #run(MergeMethod, MergeCase)}
     */
    public List<Outcome> run(MergeMethod method, List<MergeCase> model) {
        return method instanceof SurveyingMethod<?> surveying
                ? surveyed(surveying, model)
                : model.stream().map(one -> decided(method, one, method::merge, "")).toList();
    }

    private <S> List<Outcome> surveyed(SurveyingMethod<S> method, List<MergeCase> model) {
        Access access = model.getFirst().access(method);
        ReferenceSurvey survey = new ReferenceSurvey(this, model, access);
        S found = method.survey(survey);
        survey.end();
        String text = String.valueOf(found);
        return model.stream()
                .map(one -> decided(method, one, merge -> method.merge(merge, found), text))
                .toList();
    }

    private Outcome decided(
            MergeMethod method,
            MergeCase parameter,
            Function<ParameterMerge, Output> decide,
            String survey) {
        ReferenceRun run = new ReferenceRun(this, parameter, parameter.access(method));
        Output output = decide.apply(run);
        return run.outcome(requireNonNull(output, "The method returned no output"), survey);
    }

    boolean scrambles() {
        return order != BlockOrder.FORWARD;
    }

    @Override
    public String toString() {
        return "blocks of " + blockSize + ", " + order;
    }
}
