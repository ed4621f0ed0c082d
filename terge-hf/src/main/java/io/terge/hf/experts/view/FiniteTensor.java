package io.terge.hf.experts.view;

import io.terge.error.Problem;
import io.terge.files.Quoted;
import io.terge.hf.experts.ExpertsCode;
import io.terge.hf.experts.ExpertsException;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Scratch;
import io.terge.tensor.Tensor;

import java.io.IOException;
import java.util.List;

/**
 * A tensor all of whose elements must be finite.
 *
 * @param tensor the tensor
 * @param where what messages call it
 */
record FiniteTensor(Tensor tensor, String where) implements Tensor {

    @Override
    public ParameterSpec spec() {
        return tensor.spec();
    }

    @Override
    public Part load(long start, int count, Scratch scratch) throws IOException {
        Part part = tensor.load(start, count, scratch);
        return (at, into, from, size) -> {
            part.decode(at, into, from, size);
            for (int i = 0; i < size; i++) {
                if (!Double.isFinite(into[from + i])) {
                    throw notFinite(start + at + i, into[from + i]);
                }
            }
        };
    }

    private ExpertsException notFinite(long element, double value) {
        long width = spec().shape().dimension(spec().shape().rank() - 1);
        return new ExpertsException(
                List.of(
                        Problem.of(
                                        ExpertsCode.EXPERTS_GATES,
                                        "The gate of expert %d is %s at index %d, in %s"
                                                .formatted(
                                                        element / width,
                                                        value,
                                                        element % width,
                                                        Quoted.of(where)))
                                .note("it is for " + spec().name())
                                .fix("compute the vectors of the gates again")));
    }
}
