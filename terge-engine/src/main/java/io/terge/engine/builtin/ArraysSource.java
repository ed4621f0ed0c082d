package io.terge.engine.builtin;

import io.terge.spi.ModelSource;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Tensor;
import io.terge.tensor.TensorArray;

import java.util.List;
import java.util.Map;

/** A model in memory, open for reading. */
record ArraysSource(Map<String, TensorArray> arrays) implements ModelSource {

    @Override
    public List<ParameterSpec> parameters() {
        return arrays.entrySet().stream()
                .map(entry -> entry.getValue().spec(entry.getKey()))
                .toList();
    }

    @Override
    public Tensor tensor(String name) {
        TensorArray array = arrays.get(name);
        if (array == null) {
            throw new IllegalArgumentException("No parameter '" + name + "'");
        }
        return array.tensor(name);
    }

    @Override
    public void close() {
        // The memory is the caller's.
    }
}
