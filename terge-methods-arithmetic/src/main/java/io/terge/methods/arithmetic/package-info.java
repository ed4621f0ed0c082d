/**
 * The weighted mean of models, also known as a model soup: {@code out = w[0] x[0] + w[1] x[1] +
 * ...}, where the weights are shares of 1. Each parameter's shares are those of the models that
 * hold it; a negative weight takes a model away.
 *
 * <p>Precision: products and the sum are {@code double}, and the sum is rounded once to the type of
 * the output. So the result is within half a unit in the last place of the exact one, but for the
 * error of the {@code double} sum, which is far below that of any smaller type.
 *
 * <p>Reference: Wortsman et al., Model soups, 2022, arXiv 2203.05482.
 */
@NullMarked
package io.terge.methods.arithmetic;

import org.jspecify.annotations.NullMarked;
