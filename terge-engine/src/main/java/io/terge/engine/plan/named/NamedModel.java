package io.terge.engine.plan.named;

import io.terge.engine.model.ModelHeaders;
import io.terge.engine.setting.SettingRules.Subject;
import io.terge.model.ModelReference;
import io.terge.model.ViewSettings;
import io.terge.tensor.Footprint;
import io.terge.tensor.ParameterSpec;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

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
 * @param aliases names that the model uses for a parameter: the parameter's by the other name
 * @param names gives the model's own names to those by which the request knows them
 */
public record NamedModel(
        int place,
        OptionalInt index,
        boolean isBase,
        ModelReference reference,
        ModelHeaders headers,
        SequencedMap<String, ParameterSpec> known,
        Map<String, String> ties,
        Map<String, String> aliases,
        UnaryOperator<String> names) {

    public NamedModel {
        // Not copied: a model may have a million parameters, and nobody else has the map.
        known = Collections.unmodifiableSequencedMap(known);
        ties = Map.copyOf(ties);
        aliases = Collections.unmodifiableMap(new TreeMap<>(aliases));
    }

    /** Gives a model's parameters their names. */
    public static NamedModel of(
            int place,
            OptionalInt index,
            boolean isBase,
            ModelReference reference,
            ModelHeaders headers,
            SequencedMap<String, ParameterSpec> known,
            UnaryOperator<String> names) {
        Map<String, String> renamed = new HashMap<>();
        if (!headers.ties().isEmpty() || !headers.aliases().isEmpty()) {
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
        Map<String, String> aliases = new HashMap<>();
        headers.aliases()
                .forEach(
                        (name, of) -> {
                            if (renamed.containsKey(of)) {
                                aliases.put(
                                        renamed.getOrDefault(name, names.apply(name)),
                                        renamed.get(of));
                            }
                        });
        return new NamedModel(
                place, index, isBase, reference, headers, known, ties, aliases, names);
    }

    /**
     * Returns this model with the ties of the base: of two names that are one parameter there, this
     * model may have one, and then uses it for both. A file of a tied model may hold either.
     */
    NamedModel tiedAs(NamedModel base) {
        Map<String, String> more = new HashMap<>();
        base.ties()
                .forEach(
                        (name, to) -> {
                            alias(name, to, more);
                            alias(to, name, more);
                        });
        if (more.isEmpty()) {
            return this;
        }
        more.putAll(aliases);
        return new NamedModel(place, index, isBase, reference, headers, known, ties, more, names);
    }

    private void alias(String name, String to, Map<String, String> aliases) {
        if (!known.containsKey(name) && known.containsKey(to)) {
            aliases.put(name, to);
        }
    }

    public Optional<ParameterSpec> find(String name) {
        return Optional.ofNullable(known.get(name));
    }

    /** The parameter that the model uses under a name: one of that name, or an alias. */
    public Optional<ParameterSpec> used(String name) {
        return find(name).or(() -> Optional.ofNullable(aliases.get(name)).flatMap(this::find));
    }

    /** Whether the model has a parameter of this name that it uses under no other. */
    public boolean hasOwn(String name) {
        return find(name).filter(stored -> headers.isOwn(stored.name())).isPresent();
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
        return tensor(one).equals(tensor(other));
    }

    // A name that is stored is a tensor, even if the model uses another one in its place.
    private String tensor(String name) {
        return known.containsKey(name)
                ? ties.getOrDefault(name, name)
                : aliases.getOrDefault(name, name);
    }

    /** The model as messages name it. */
    public String described() {
        String where = ViewSettings.shown(reference);
        return index.isPresent()
                ? "model %d (%s)".formatted(index.getAsInt(), where)
                : "the base (%s)".formatted(where);
    }
}
