package io.terge.engine.plan.named;

import io.terge.engine.model.ModelHeaders;
import io.terge.engine.setting.SettingRules.Subject;
import io.terge.model.ModelReference;
import io.terge.tensor.Footprint;
import io.terge.tensor.ParameterSpec;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;

/**
 * A model whose parameters have the names by which the request knows them.
 *
 * @param place its place among all models that are read
 * @param index its place in the request; empty for a base that is not one of the models
 * @param isBase whether it is the base
 * @param reference where it is, as the request says it
 * @param headers what its headers say
 * @param known the parameters as stored, by the names that the request knows, in the model's order
 * @param ties tied parameters by these names: the other's by their own
 */
public record NamedModel(
        int place,
        OptionalInt index,
        boolean isBase,
        ModelReference reference,
        ModelHeaders headers,
        SequencedMap<String, ParameterSpec> known,
        Map<String, String> ties) {

    public NamedModel {
        // Not copied: a model may have a million parameters, and nobody else has the map.
        known = Collections.unmodifiableSequencedMap(known);
        ties = Map.copyOf(ties);
    }

    /** Gives a model's parameters their names. */
    public static NamedModel of(
            int place,
            OptionalInt index,
            boolean isBase,
            ModelReference reference,
            ModelHeaders headers,
            SequencedMap<String, ParameterSpec> known) {
        Map<String, String> renamed = new HashMap<>();
        if (!headers.ties().isEmpty()) {
            known.forEach((name, stored) -> renamed.put(stored.name(), name));
        }
        Map<String, String> ties = new HashMap<>();
        headers.ties()
                .forEach(
                        (name, to) -> {
                            if (renamed.containsKey(name) && renamed.containsKey(to)) {
                                ties.put(renamed.get(name), renamed.get(to));
                            }
                        });
        return new NamedModel(place, index, isBase, reference, headers, known, ties);
    }

    public Optional<ParameterSpec> find(String name) {
        return Optional.ofNullable(known.get(name));
    }

    public Footprint footprint(ParameterSpec stored) {
        return headers.footprint(stored);
    }

    /** The model as settings see it. */
    public Subject subject() {
        return new Subject(index, isBase);
    }

    /** Whether two parameters are one tensor, whichever is tied to which. */
    public boolean ties(String one, String other) {
        return ties.getOrDefault(one, one).equals(ties.getOrDefault(other, other));
    }

    /** The model as messages name it. */
    public String described() {
        String where = reference.describe();
        return index.isPresent()
                ? "model %d (%s)".formatted(index.getAsInt(), where)
                : "the base (%s)".formatted(where);
    }
}
