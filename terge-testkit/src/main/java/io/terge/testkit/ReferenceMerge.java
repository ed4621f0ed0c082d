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
 * Runs a merge method over arrays of {@code double} and evaluates what it returns, slowly and
 * obviously and in the order of operations of the contract: what any engine's result is measured
 * against. It is a harsh host: blocks are as small as asked for, what lies beyond a block is
 * rubbish, the output is NaN until written, and reductions that say that they are exact are
 * gathered in a scrambled order unless blocks go {@link BlockOrder#FORWARD forward}.
 *
 * @param blockSize the most elements in a block
 * @param order in which order blocks are worked on
 * @since 0.1
 */
public record ReferenceMerge(int blockSize, BlockOrder order) {

    /**
     * Checks the block size.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public ReferenceMerge {
        if (blockSize < 1) {
            throw new IllegalArgumentException("A block has an element or more: " + blockSize);
        }
    }

    /**
     * What a method did.
     *
     * @param output what it returned
     * @param values the output's numbers; NaN where nothing was written
     * @param unwritten how many elements no block set
     * @param readBase whether it looked at the base
     * @param passes how often it read its inputs; a survey does not count
     * @param notes what it noted of the parameter
     * @param survey what it found out about the model, as text; empty without a survey
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

    /** Returns the plainest host: everything in one block. */
    public static ReferenceMerge inOneBlock() {
        return new ReferenceMerge(Integer.MAX_VALUE, BlockOrder.FORWARD);
    }

    /**
     * Lets a method merge one parameter, which is all that a survey sees.
     *
     * @throws RuntimeException whatever the method throws
     * @throws IllegalStateException if the method does not keep to its access
     * @throws IllegalArgumentException if its output has not one coefficient for each input, or not
     *     one value for each element
     */
    public Outcome run(MergeMethod method, MergeCase mergeCase) {
        return run(method, List.of(mergeCase)).getFirst();
    }

    /**
     * Lets a method merge the parameters of a model, one by one; a survey is over all of them.
     *
     * @param model one or more parameters, with the same options where the method surveys
     * @return what the method did to each
     * @throws RuntimeException as {@link #run(MergeMethod, MergeCase)}
     */
    public List<Outcome> run(MergeMethod method, List<MergeCase> model) {
        return method instanceof SurveyingMethod<?> surveying
                ? surveyed(surveying, model)
                : model.stream().map(one -> decided(method, one, method::merge, "")).toList();
    }

    private <S> List<Outcome> surveyed(SurveyingMethod<S> method, List<MergeCase> model) {
        Access access = method.access(model.getFirst().options());
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
        ReferenceRun run = new ReferenceRun(this, parameter, method.access(parameter.options()));
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
