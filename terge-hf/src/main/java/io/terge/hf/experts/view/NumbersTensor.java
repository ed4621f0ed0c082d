package io.terge.hf.experts.view;

import io.terge.tensor.Footprint;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Scratch;
import io.terge.tensor.Tensor;

import java.util.Objects;
import java.util.function.LongToDoubleFunction;

/**
 * A tensor whose elements are computed from their indexes.
 *
 * @param spec what it is
 * @param numbers the elements by index
 */
record NumbersTensor(ParameterSpec spec, LongToDoubleFunction numbers) implements Tensor {

    Shown shown() {
        return new Shown(this, Footprint.of(0, 0, 0));
    }

    @Override
    public Part load(long start, int count, Scratch scratch) {
        Objects.checkFromIndexSize(start, count, spec.elements());
        return (at, into, from, size) -> {
            for (int i = 0; i < size; i++) {
                into[from + i] = numbers.applyAsDouble(start + at + i);
            }
        };
    }
}
