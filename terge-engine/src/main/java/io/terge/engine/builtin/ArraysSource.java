package io.terge.engine.builtin;

import io.terge.spi.format.ModelSource;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Tensor;
import io.terge.tensor.TensorArray;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A model in memory, open for reading.
 *
 * @param ties the names whose memory, type and shape are those of an earlier name
 */
record ArraysSource(Map<String, TensorArray> arrays, Map<String, String> ties)
        implements ModelSource {

    static ArraysSource of(Map<String, TensorArray> arrays) {
        Map<TensorArray, String> first = new HashMap<>();
        Map<String, String> ties = new LinkedHashMap<>();
        arrays.forEach(
                (name, array) -> {
                    // Arrays are equal when they are one place in memory, whatever is in it.
                    String other = first.putIfAbsent(array, name);
                    if (other != null && array.memory().byteSize() > 0) {
                        ties.put(name, other);
                    }
                });
        return new ArraysSource(arrays, ties);
    }

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
