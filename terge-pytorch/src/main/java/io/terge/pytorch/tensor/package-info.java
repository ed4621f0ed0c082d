/**
 * Tensors as PyTorch stores them: views of storages, each with a type, an offset, a shape and
 * strides, and the way from the calls in a pickle to them.
 */
@NullMarked
package io.terge.pytorch.tensor;

import org.jspecify.annotations.NullMarked;
