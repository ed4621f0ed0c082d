/**
 * Means of models and their relatives: weighted means (model soups), task arithmetic, robust means,
 * and methods that choose the coefficients of a mean. Most are linear combinations, with one
 * coefficient for each model and parameter.
 *
 * <p>Precision: products and sums are {@code double}, and the sum is rounded once to the type of
 * the output. The result is therefore within half a unit in the last place of the exact one, apart
 * from the error of the {@code double} sum, which is far smaller than that of any narrower type.
 *
 * <p>Each method names its source; see {@link io.terge.spi.method.MethodDescription#reference()}.
 */
@NullMarked
package io.terge.methods.arithmetic;

import org.jspecify.annotations.NullMarked;
