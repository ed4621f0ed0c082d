package io.terge.engine.execute;

import java.util.List;
import java.util.Optional;

/**
 * What a parameter is made from.
 *
 * @param inputs the models' tensors
 * @param base the base's tensor, where it is read apart
 */
record ParameterTensors(List<ModelTensor> inputs, Optional<ModelTensor> base) {

    ParameterTensors {
        inputs = List.copyOf(inputs);
    }

    /** The stored size of an element in all of them. */
    int bytesPerElement() {
        return inputs.stream().mapToInt(ModelTensor::bytesPerElement).sum()
                + base.map(ModelTensor::bytesPerElement).orElse(0);
    }
}
