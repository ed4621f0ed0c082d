package io.terge.hf.experts.view;

import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Scratch;
import io.terge.tensor.StoredBytes;
import io.terge.tensor.Tensor;

import java.io.IOException;
import java.util.Objects;
import java.util.Optional;

/**
 * Consecutive elements of a tensor, under another name.
 *
 * @param whole the tensor
 * @param spec what they are; of the type of the tensor
 * @param first the first of them
 */
record PartOfTensor(Tensor whole, ParameterSpec spec, long first) implements Tensor {

    @Override
    public Part load(long start, int count, Scratch scratch) throws IOException {
        Objects.checkFromIndexSize(start, count, spec.elements());
        return whole.load(first + start, count, scratch);
    }

    @Override
    public Optional<StoredBytes> bytes() {
        long offset = first * spec.dtype().bits() / Byte.SIZE;
        return whole.bytes().map(all -> all.slice(offset, spec.byteSize()));
    }
}
