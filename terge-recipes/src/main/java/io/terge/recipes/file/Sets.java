package io.terge.recipes.file;

import io.terge.error.Suggestions;
import io.terge.recipes.RecipeCode;
import io.terge.recipes.yaml.Node;
import io.terge.recipes.yaml.Place;
import io.terge.recipes.yaml.Problems;
import io.terge.recipes.yaml.YamlReader;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Changes values of a recipe: {@code weights.b=0.4}, {@code models.0.weight=[0, 1]}. A key with
 * dots in it is quoted. The value is YAML.
 *
 * @param problems told of what cannot be changed
 */
record Sets(Problems problems) {

    private static final Pattern KEY = Pattern.compile("\\G(?:\"([^\"]+)\"|([^\".=]+))([.=])");

    /** Returns a document with changed values. */
    Node apply(List<String> sets, Node document) {
        Node changed = document;
        for (String set : sets) {
            changed = apply(set, changed);
        }
        return changed;
    }

    /**
     * Returns the documents of a file with changed values. If there are several, a key starts with
     * the name of one, or its index, from 0.
     */
    List<Node> applyToAll(List<String> sets, List<Node> documents) {
        if (documents.size() == 1) {
            return List.of(apply(sets, documents.getFirst()));
        }
        SequencedMap<String, Node.Field> byName = new LinkedHashMap<>();
        for (Node document : documents) {
            String index = Integer.toString(byName.size());
            String name = name(document).filter(own -> !byName.containsKey(own)).orElse(index);
            byName.put(name, new Node.Field(document, document.place(), false));
        }
        Node all = new Node.Fields(byName, new Place("", 1, 1));
        if (!(apply(sets, all) instanceof Node.Fields(var changed, var _))) {
            return documents;
        }
        changed.forEach(
                (name, field) -> {
                    if (!byName.containsKey(name)) {
                        problems.add(
                                RecipeCode.RECIPE_INVALID_VALUE,
                                field.key(),
                                "No merge of the file is named '%s'.%s"
                                        .formatted(
                                                name, Suggestions.question(name, byName.keySet())),
                                "start the key with one of: " + String.join(", ", byName.keySet()));
                    }
                });
        return changed.values().stream().map(Node.Field::value).limit(documents.size()).toList();
    }

    private static Optional<String> name(Node document) {
        return document instanceof Node.Fields(var fields, var _)
                        && fields.get("name") instanceof Node.Field(Node.Scalar name, var _, var _)
                ? Optional.of(name.text())
                : Optional.empty();
    }

    private Node apply(String set, Node document) {
        Place place = Place.whole("--set " + set);
        List<String> keys = new ArrayList<>();
        Matcher key = KEY.matcher(set);
        boolean isWhole = false;
        int end = 0;
        while (!isWhole && key.find()) {
            keys.add(key.group(1) == null ? key.group(2) : key.group(1));
            isWhole = key.group(3).equals("=");
            end = key.end();
        }
        if (!isWhole) {
            problems.add(
                    RecipeCode.RECIPE_INVALID_VALUE,
                    place,
                    "Expected KEY=VALUE, such as dtype=bf16");
            return document;
        }
        String written = set.substring(end);
        List<Node> values = new YamlReader(place, problems).read(written);
        if (values.isEmpty() && !written.isBlank()) {
            return document;
        }
        Node value = values.isEmpty() ? new Node.Nothing(place) : values.getFirst();
        return set(document, keys, value, place);
    }

    private Node set(Node node, List<String> keys, Node value, Place place) {
        if (keys.isEmpty()) {
            return value;
        }
        String key = keys.getFirst();
        List<String> rest = keys.subList(1, keys.size());
        return switch (node) {
            case Node.Fields(var fields, var at) -> {
                SequencedMap<String, Node.Field> changed = new LinkedHashMap<>(fields);
                Node.Field old = fields.get(key);
                Node from =
                        old == null ? new Node.Fields(new LinkedHashMap<>(), place) : old.value();
                changed.put(
                        key,
                        new Node.Field(
                                set(from, rest, value, place),
                                old == null ? place : old.key(),
                                old != null && old.isAnchored()));
                yield new Node.Fields(changed, at);
            }
            case Node.Items(var items, var at) -> {
                Optional<Integer> index = index(key, items.size());
                if (index.isEmpty()) {
                    problems.add(
                            RecipeCode.RECIPE_INVALID_VALUE,
                            place,
                            "'%s' is not an index of the list; valid: 0 to %d"
                                    .formatted(key, items.size() - 1));
                    yield node;
                }
                List<Node> changed = new ArrayList<>(items);
                changed.set(index.get(), set(items.get(index.get()), rest, value, place));
                yield new Node.Items(changed, at);
            }
            case Node.Scalar _, Node.Nothing _ -> {
                problems.add(
                        RecipeCode.RECIPE_INVALID_VALUE,
                        place,
                        "'%s' cannot be set within %s, which is no mapping or list"
                                .formatted(key, node.kind()));
                yield node;
            }
        };
    }

    private static Optional<Integer> index(String key, int size) {
        return key.matches("\\d{1,9}") && Integer.parseInt(key) < size
                ? Optional.of(Integer.valueOf(key))
                : Optional.empty();
    }
}
