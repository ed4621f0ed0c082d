package io.terge.engine.stage;

import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Scratch;
import io.terge.tensor.StoredBytes;
import io.terge.tensor.Tensor;

import java.io.IOException;
import java.util.Optional;

/**
 * A tensor under another name.
 *
 * @param spec its header, but for the name that of the tensor
 * @param tensor the tensor
 */
record RenamedTensor(ParameterSpec spec, Tensor tensor) implements Tensor {

    @Override
    public Part load(long start, int count, Scratch scratch) throws IOException {
        return tensor.load(start, count, scratch);
    }

    @Override
    public Optional<StoredBytes> bytes() {
        return tensor.bytes();
    }
}
