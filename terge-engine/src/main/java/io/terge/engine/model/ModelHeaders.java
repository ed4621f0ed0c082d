package io.terge.engine.model;

import io.terge.model.ModelReference;
import io.terge.spi.CompanionFile;
import io.terge.tensor.ParameterSpec;

import java.util.List;
import java.util.Map;

/**
 * What a model's headers say: all that planning may see of a model.
 *
 * @param reference where the model is
 * @param adapter the name of the adapter that reads it
 * @param parameters all parameters, in the order of the format
 * @param metadata texts that the format keeps beside the parameters
 * @param companions the files that belong to the model without being weights
 */
public record ModelHeaders(
        ModelReference reference,
        String adapter,
        List<ParameterSpec> parameters,
        Map<String, String> metadata,
        List<CompanionFile> companions) {

    /** Copies the collections. */
    public ModelHeaders {
        parameters = List.copyOf(parameters);
        metadata = Map.copyOf(metadata);
        companions = List.copyOf(companions);
    }
}
