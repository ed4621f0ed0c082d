package io.terge.engine.model;

import io.terge.error.Problem;
import io.terge.model.ModelReference;
import io.terge.spi.format.Companion;
import io.terge.spi.format.MergeSummary;
import io.terge.spi.format.ModelChanges;
import io.terge.spi.format.ParameterGroup;
import io.terge.spi.format.Vocabulary;
import io.terge.tensor.Footprint;
import io.terge.tensor.ParameterSpec;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a model's headers say: all that planning may see of a model.
 *
 * @param reference where the model is; exactly this model, if the adapter can tell
 * @param adapter the name of the adapter that reads it
 * @param parameters all parameters, in the order of the format
 * @param footprints what reading takes, by name, where it is not that of a stored parameter
 * @param ties parameters that are the tensor of another: the other's name by their own
 * @param aliases names under which the model uses a parameter: the parameter by the other name
 * @param groups parameters that mean something only together
 * @param metadata texts that the format keeps beside the parameters
 * @param details what the format tells of the file besides, in the order to show it
 * @param traits what it should have in common with other models
 * @param vocabulary its tokens
 * @param companions the files that belong to the model without being weights
 * @param files the files that the weights are read from
 * @param warnings what the user should know of it
 * @param donor where the companions come from
 */
public record ModelHeaders(
        ModelReference reference,
        String adapter,
        List<ParameterSpec> parameters,
        Map<String, Footprint> footprints,
        SortedMap<String, String> ties,
        SortedMap<String, String> aliases,
        List<ParameterGroup> groups,
        SortedMap<String, String> metadata,
        SequencedMap<String, String> details,
        SequencedMap<String, String> traits,
        Optional<Vocabulary> vocabulary,
        List<Companion> companions,
        List<Path> files,
        List<Problem> warnings,
        Donor donor) {

    /**
     * The model that companions come from.
     *
     * @param reference where it is
     * @param changes how the model that has its companions differs from it
     * @param merged how that model was merged, if it is the output of a stage
     */
    public record Donor(
            ModelReference reference, ModelChanges changes, Optional<MergeSummary> merged) {}

    public ModelHeaders {
        parameters = List.copyOf(parameters);
        footprints = Map.copyOf(footprints);
        ties = Collections.unmodifiableSortedMap(new TreeMap<>(ties));
        aliases = Collections.unmodifiableSortedMap(new TreeMap<>(aliases));
        groups = List.copyOf(groups);
        metadata = Collections.unmodifiableSortedMap(new TreeMap<>(metadata));
        details = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(details));
        traits = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(traits));
        companions = List.copyOf(companions);
        files = List.copyOf(files);
        warnings = List.copyOf(warnings);
    }

    /** The headers of a model that has companions of its own. */
    ModelHeaders(
            ModelReference reference,
            String adapter,
            List<ParameterSpec> parameters,
            Map<String, Footprint> footprints,
            SortedMap<String, String> ties,
            SortedMap<String, String> aliases,
            List<ParameterGroup> groups,
            SortedMap<String, String> metadata,
            SequencedMap<String, String> details,
            SequencedMap<String, String> traits,
            Optional<Vocabulary> vocabulary,
            List<Companion> companions,
            List<Path> files,
            List<Problem> warnings) {
        this(
                reference,
                adapter,
                parameters,
                footprints,
                ties,
                aliases,
                groups,
                metadata,
                details,
                traits,
                vocabulary,
                companions,
                files,
                warnings,
                new Donor(reference, ModelChanges.none(), Optional.empty()));
    }

    /** All files that the model consists of: those of its weights and its companions. */
    public List<Path> allFiles() {
        return Stream.concat(files.stream(), companions.stream().flatMap(c -> c.path().stream()))
                .toList();
    }

    /**
     * These headers with parameters that are equal to those of another model taken from it: quickly
     * where both have them in the same order.
     *
     * @param others the parameters of the other model
     */
    public ModelHeaders sharing(List<ParameterSpec> others) {
        if (others.isEmpty()) {
            return this;
        }
        List<ParameterSpec> shared = new ArrayList<>(parameters.size());
        Map<ParameterSpec, ParameterSpec> known = new HashMap<>();
        for (int i = 0; i < parameters.size(); i++) {
            ParameterSpec own = parameters.get(i);
            if (i < others.size() && own.equals(others.get(i))) {
                shared.add(others.get(i));
            } else {
                if (known.isEmpty()) {
                    others.forEach(other -> known.put(other, other));
                }
                shared.add(known.getOrDefault(own, own));
            }
        }
        return new ModelHeaders(
                reference,
                adapter,
                shared,
                footprints,
                ties,
                aliases,
                groups,
                metadata,
                details,
                traits,
                vocabulary,
                companions,
                files,
                warnings,
                donor);
    }

    /** What reading one of the parameters takes. */
    public Footprint footprint(ParameterSpec parameter) {
        Footprint footprint = footprints.get(parameter.name());
        return footprint != null ? footprint : Footprint.stored(parameter);
    }

    /** Whether the model has a parameter under this name alone. */
    public boolean isOwn(String name) {
        return !aliases.containsKey(name)
                && !aliases.containsValue(name)
                && !ties.containsKey(name)
                && !ties.containsValue(name);
    }

    /**
     * What tells this model from another of the same name: the SHA-256, in hexadecimal, of its
     * parameters in order, with names, types, shapes and sizes, of its ties and of its metadata.
     */
    public String digest() {
        return new HeaderDigests().of(this);
    }
}
