package io.terge.engine.stage;

import io.terge.engine.operand.OperandTensor;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Scratch;
import io.terge.tensor.StoredBytes;
import io.terge.tensor.Tensor;

import java.util.Optional;

/**
 * A parameter that a stage copies as it is.
 *
 * @param spec the parameter of the output
 * @param from what it is copied from, of the same type
 */
record CopiedTensor(ParameterSpec spec, OperandTensor from) implements Tensor {

    @Override
    public Part load(long start, int count, Scratch scratch) {
        return from.part(start, count, scratch);
    }

    @Override
    public Optional<StoredBytes> bytes() {
        return from.bytes();
    }
}
