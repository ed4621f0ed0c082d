package io.terge.recipes.own;

import io.terge.recipes.RecipeCode;
import io.terge.recipes.yaml.Node;
import io.terge.recipes.yaml.Place;
import io.terge.recipes.yaml.Problems;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** A mapping of a recipe. Remembers which keys were asked for; all others are unknown. */
final class Section {

    private final Node.Fields node;
    private final String path;
    private final Problems problems;
    private final Values values;
    private final Set<String> known = new LinkedHashSet<>();
    private final Set<String> refused = new HashSet<>();

    /**
     * @param node the mapping
     * @param path its path from the root of the recipe, as messages show it; empty for the root
     */
    Section(Node.Fields node, String path, Problems problems) {
        this.node = node;
        this.path = path;
        this.problems = problems;
        this.values = new Values(problems);
    }

    Place place() {
        return node.place();
    }

    /** The path of a key, as messages show it. */
    String path(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    Optional<Node> get(String key) {
        known.add(key);
        return Optional.ofNullable(node.fields().get(key)).map(Node.Field::value);
    }

    /** Reads the value of a key with one of the functions of {@link Values}. */
    <T> Optional<T> get(String key, BiFunction<Node, String, Optional<T>> reader) {
        return get(key).flatMap(value -> reader.apply(value, path(key)));
    }

    Optional<String> text(String key) {
        return get(key, values::text);
    }

    /** The text or texts of a key; none if it is missing. */
    List<String> texts(String key) {
        return get(key).map(value -> values.texts(value, path(key))).orElse(List.of());
    }

    /** The value of a key that must be there. */
    Optional<Node> required(String key) {
        Optional<Node> value = get(key);
        if (value.isEmpty()) {
            String message =
                    path.isEmpty()
                            ? "'%s' is missing".formatted(key)
                            : "'%s' has no '%s'".formatted(path, key);
            problems.missingKey(key, place(), message);
        }
        return value;
    }

    /** Reports a key that is not part of a recipe, but that somebody may expect there. */
    void refuse(String key, String fix) {
        Node.Field field = node.fields().get(key);
        if (field != null) {
            refused.add(key);
            problems.add(
                    RecipeCode.RECIPE_UNKNOWN_KEY,
                    field.key(),
                    "'%s' is not a key of a recipe".formatted(path(key)),
                    fix);
        }
    }

    /** Reports keys that were not asked for. */
    void end() {
        node.fields().forEach((key, field) -> reportUnknown(key, field.key()));
    }

    /** Reports keys that were not asked for, except those that only define an anchor. */
    void endOfRoot() {
        node.fields()
                .forEach(
                        (key, field) -> {
                            if (!field.isAnchored()) {
                                reportUnknown(key, field.key());
                            }
                        });
    }

    private void reportUnknown(String key, Place where) {
        if (!known.contains(key) && !refused.contains(key)) {
            problems.unknownKey(key, where, place(), known);
        }
    }
}
