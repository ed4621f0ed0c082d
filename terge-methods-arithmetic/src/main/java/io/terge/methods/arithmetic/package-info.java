/**
 * The weighted mean of models, also known as a model soup: {@code out = w[0] x[0] + w[1] x[1] +
 * ...}, where the weights are normalised to a sum of 1 over the models that have the parameter. A
 * negative weight subtracts a model.
 *
 * <p>Precision: products and the sum are {@code double}, and the sum is rounded once to the type of
 * the output. The result is therefore within half a unit in the last place of the exact one, apart
 * from the error of the {@code double} sum, which is far smaller than that of any narrower type.
 *
 * <p>Reference: Wortsman et al., Model soups, 2022, arXiv 2203.05482.
 */
@NullMarked
package io.terge.methods.arithmetic;

import org.jspecify.annotations.NullMarked;
