package io.terge.engine.stage;

import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Scratch;
import io.terge.tensor.Tensor;

import java.io.IOException;

/**
 * A parameter whose numbers are stored in another type than that of its header, which is the one
 * that it has where it is written.
 *
 * @param spec its header
 * @param stored its numbers
 */
record StoredNumbers(ParameterSpec spec, Tensor stored) implements Tensor {

    @Override
    public Part load(long start, int count, Scratch scratch) throws IOException {
        return stored.load(start, count, scratch)::decode; // Not its bytes, of another type.
    }
}
