package io.terge.api;

import static java.util.Objects.requireNonNull;

import io.terge.error.Problem;
import io.terge.model.ModelReference;
import io.terge.tensor.ParameterSpec;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The headers of a model.
 *
 * @param reference where the model is; the commit of a revision, where the adapter knows it
 * @param adapter the name of the adapter that reads it
 * @param parameters all parameters, in the order of the format
 * @param ties parameters that share the tensor of another: from their own name to the other's
 * @param metadata texts that the format stores with the parameters
 * @param details further details that the format provides, in the order to show them
 * @param companions the names of the model's files other than weights, sorted
 * @param warnings what the user should know about the model
 * @since 0.1
 */
public record ModelDescription(
        ModelReference reference,
        String adapter,
        List<ParameterSpec> parameters,
        SortedMap<String, String> ties,
        SortedMap<String, String> metadata,
        SequencedMap<String, String> details,
        List<String> companions,
        List<Problem> warnings) {

    public ModelDescription {
        requireNonNull(reference, "reference");
        requireNonNull(adapter, "adapter");
        parameters = List.copyOf(parameters);
        ties = Collections.unmodifiableSortedMap(new TreeMap<>(Map.copyOf(ties)));
        metadata = Collections.unmodifiableSortedMap(new TreeMap<>(Map.copyOf(metadata)));
        details = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(details));
        companions = List.copyOf(companions);
        warnings = List.copyOf(warnings);
    }

    /** The total number of elements. */
    public long elements() {
        return parameters.stream().mapToLong(ParameterSpec::elements).sum();
    }

    /** The total size of all parameters in bytes. */
    public long byteSize() {
        return parameters.stream().mapToLong(ParameterSpec::byteSize).sum();
    }
}
