package io.terge.engine.operand;

import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Scratch;
import io.terge.tensor.Tensor;

import java.io.IOException;
import java.util.Objects;

/**
 * Consecutive rows of a computed tensor.
 *
 * @param spec the rows
 * @param all the tensor
 * @param first the element that they begin with
 */
record RowRange(ParameterSpec spec, Tensor all, long first) implements Tensor {

    @Override
    public Part load(long start, int count, Scratch scratch) throws IOException {
        Objects.checkFromIndexSize(start, count, spec.elements());
        return all.load(first + start, count, scratch);
    }
}
