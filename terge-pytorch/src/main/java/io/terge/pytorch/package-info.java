/**
 * Model files of PyTorch, read and written without Python and without native code.
 *
 * <p>Start at {@link io.terge.pytorch.PyTorchAdapter}. A file has a layout ({@code archive}), in it
 * is a pickle ({@code pickle}), in that are the calls that make tensors ({@code tensor}), and some
 * of those are the model ({@code state}, {@code script}). Archives of {@code torch.export} list
 * their tensors in JSON ({@code exported}). Outputs are state dicts ({@code write}) or archives of
 * the base with other weights ({@code replace}).
 */
@NullMarked
package io.terge.pytorch;

import org.jspecify.annotations.NullMarked;
