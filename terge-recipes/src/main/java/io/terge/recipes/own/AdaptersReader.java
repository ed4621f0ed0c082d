package io.terge.recipes.own;

import io.terge.api.AdapterChoice;
import io.terge.api.ModelScope;
import io.terge.recipes.yaml.Node;
import io.terge.recipes.yaml.Problems;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads {@code adapters}: the adapter of all models, or of one after the other.
 *
 * @param names the models
 * @param problems told of what is wrong
 */
record AdaptersReader(ModelNames names, Problems problems) {

    static final String ADAPTERS = "adapters";

    List<AdapterChoice> read(Node node) {
        Values values = new Values(problems);
        return switch (node) {
            case Node.Scalar scalar ->
                    values.text(scalar, ADAPTERS).stream()
                            .map(name -> new AdapterChoice(ModelScope.all(), name))
                            .toList();
            case Node.Fields fields -> {
                List<AdapterChoice> choices = new ArrayList<>();
                fields.fields()
                        .forEach(
                                (key, field) -> {
                                    Optional<ModelScope> which =
                                            names.any(key, field.key(), problems);
                                    Optional<String> name =
                                            values.text(field.value(), ADAPTERS + "." + key);
                                    which.ifPresent(
                                            models ->
                                                    name.ifPresent(
                                                            one ->
                                                                    choices.add(
                                                                            new AdapterChoice(
                                                                                    models, one))));
                                });
                yield choices;
            }
            default -> {
                problems.unexpected(
                        node, ADAPTERS, "an adapter, or a mapping from models to adapters");
                yield List.of();
            }
        };
    }
}
