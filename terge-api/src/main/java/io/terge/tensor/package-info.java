/**
 * Parameters: {@linkplain io.terge.tensor.DType type}, {@linkplain io.terge.tensor.Shape shape} and
 * {@linkplain io.terge.tensor.ParameterSpec header}, and the elements as a lazy {@link
 * io.terge.tensor.Tensor}.
 *
 * <p>Start at {@link io.terge.tensor.Tensor}. Only {@link io.terge.tensor.ElementCodec} knows the
 * bits of stored elements; all other code computes in {@code double}.
 *
 * <p>This package does not depend on any other package of the project.
 */
@NullMarked
package io.terge.tensor;

import org.jspecify.annotations.NullMarked;
