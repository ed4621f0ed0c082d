package io.terge.files;

import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Tensor;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The tensors of a model by name, in order. Immutable.
 *
 * @since 0.1
 */
public final class StoredTensors {

    private final Map<String, Tensor> byName = new LinkedHashMap<>();
    private final List<ParameterSpec> parameters;

    private StoredTensors(Collection<Tensor> tensors) {
        tensors.forEach(tensor -> byName.put(tensor.spec().name(), tensor));
        parameters = tensors.stream().map(Tensor::spec).toList();
    }

    /**
     * Returns tensors under the names of their parameters.
     *
     * @param tensors tensors with distinct names
     */
    public static StoredTensors of(Collection<Tensor> tensors) {
        return new StoredTensors(tensors);
    }

    /** All parameters in order. */
    public List<ParameterSpec> parameters() {
        return parameters;
    }

    /**
     * Returns a tensor.
     *
     * @throws IllegalArgumentException if there is none of this name
     */
    public Tensor get(String name) {
        Tensor tensor = byName.get(name);
        if (tensor == null) {
            throw new IllegalArgumentException("There is no parameter " + Quoted.of(name));
        }
        return tensor;
    }
}
