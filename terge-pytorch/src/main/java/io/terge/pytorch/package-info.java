/**
 * Model files of PyTorch, read and written without Python and without native code.
 *
 * <p>Start at {@link io.terge.pytorch.PyTorchAdapter}. A file has a layout ({@code archive}), in it
 * is a pickle ({@code pickle}), in that are the calls that make tensors ({@code tensor}), and some
 * of those are the model ({@code state}, {@code script}).
 */
@NullMarked
package io.terge.pytorch;

import org.jspecify.annotations.NullMarked;
