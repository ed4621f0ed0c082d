package io.terge.api;

import static java.util.Objects.requireNonNull;

import io.terge.tensor.Extent;

/**
 * What a merge method declares besides its summary and its options.
 *
 * @param reference the source of its formula, such as {@code arXiv 2306.01708}; may be empty
 * @param formula the formula, in one or more lines; may be empty
 * @param advice when to use it; may be empty
 * @param example the options of an example, as on a command line; may be empty
 * @param models how many models it merges, in words, a base that it reads not counted
 * @param usesBase whether it needs a base
 * @param usesBaseIfStated whether it also reads a base that a request states, but needs none
 * @param weights how it uses the weights of the models, in words
 * @param extent how much of a parameter must be in memory at a time
 * @param passes the maximum number of times it reads the models, with the default values of its
 *     options
 * @param usesRandomNumbers whether its result depends on the seed
 * @since 0.1
 */
public record MethodFacts(
        String reference,
        String formula,
        String advice,
        String example,
        String models,
        boolean usesBase,
        boolean usesBaseIfStated,
        String weights,
        Extent extent,
        int passes,
        boolean usesRandomNumbers) {

    public MethodFacts {
        requireNonNull(reference, "reference");
        requireNonNull(formula, "formula");
        requireNonNull(advice, "advice");
        requireNonNull(example, "example");
        requireNonNull(models, "models");
        requireNonNull(weights, "weights");
        requireNonNull(extent, "extent");
    }
}
