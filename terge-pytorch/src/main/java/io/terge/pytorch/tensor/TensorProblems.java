package io.terge.pytorch.tensor;

import io.terge.error.Problem;
import io.terge.error.TergeException;
import io.terge.pytorch.problem.TorchCode;

/**
 * Words what is wrong with a tensor.
 *
 * @param subject what messages call the file, quoted
 * @param tensor what they call the tensor, e.g. {@code the tensor 'weight'}
 */
record TensorProblems(String subject, String tensor) {

    /** Returns the exception for a tensor whose description contradicts itself. */
    TergeException invalid(String what) {
        return new TergeException(
                Problem.of(
                        TorchCode.TORCH_TENSOR_INVALID,
                        "%s: %s %s".formatted(subject, tensor, what)));
    }

    /** Returns the exception for a tensor of a kind that is not supported. */
    TergeException unsupported(String what) {
        return new TergeException(
                Problem.of(
                                TorchCode.TORCH_TENSOR_UNSUPPORTED,
                                "%s: %s %s, which is not supported"
                                        .formatted(subject, tensor, what))
                        .fix("save the model with plain tensors, or without this one"));
    }
}
