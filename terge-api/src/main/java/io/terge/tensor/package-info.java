/**
 * What a parameter is: its {@linkplain io.terge.tensor.DType type}, its {@linkplain
 * io.terge.tensor.Shape shape}, its {@linkplain io.terge.tensor.ParameterSpec name}, and the
 * numbers behind it as a lazy {@link io.terge.tensor.Tensor}.
 *
 * <p>Start at {@link io.terge.tensor.Tensor}. The only code that knows the bits of a number is
 * {@link io.terge.tensor.ElementCodec}; all else counts in {@code double}.
 *
 * <p>This package knows no other package of the project.
 */
@NullMarked
package io.terge.tensor;

import org.jspecify.annotations.NullMarked;
