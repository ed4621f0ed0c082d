package io.terge.recipes.file;

import io.terge.recipes.RecipePlaces;
import io.terge.recipes.yaml.Node;
import io.terge.recipes.yaml.Place;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds where the documents of a file describe layers, whoever's recipes they are. */
final class LayerPlaces {

    private static final String LAYERS = "layers";
    private static final String LAYER_PATTERN = "layer_pattern";

    private LayerPlaces() {}

    /** Returns the places, by the names of the merges. */
    static Map<String, RecipePlaces.Layers> of(List<Node.Fields> documents) {
        Map<String, RecipePlaces.Layers> places = new HashMap<>();
        documents.stream()
                .flatMap(document -> Stream.concat(Stream.of(document), items(document, "stages")))
                .forEach(merge -> places.put(name(merge), layers(merge)));
        return places;
    }

    private static String name(Node merge) {
        return get(merge, "name")
                .filter(Node.Scalar.class::isInstance)
                .map(name -> ((Node.Scalar) name).text())
                .orElse("");
    }

    private static RecipePlaces.Layers layers(Node merge) {
        Stream<String> own = items(merge, LAYERS).map(slice -> place(slice, "from", LAYERS));
        Stream<String> theirs =
                Stream.concat(
                                Stream.of(merge),
                                get(merge, "modules").flatMap(all -> get(all, "default")).stream())
                        .flatMap(module -> items(module, "slices"))
                        .map(slice -> place(slice, "sources", "layer_range"));
        return new RecipePlaces.Layers(
                Stream.concat(own, theirs).toList(),
                get(merge, LAYER_PATTERN).map(Node::place).map(Place::toString));
    }

    // That of the range, if there is only one.
    private static String place(Node slice, String sources, String range) {
        List<Node> all =
                get(slice, sources)
                        .map(
                                node ->
                                        node instanceof Node.Items(var values, _)
                                                ? values
                                                : List.of(node))
                        .orElse(List.of());
        return (all.size() == 1 ? get(all.getFirst(), range) : Optional.<Node>empty())
                .orElse(slice)
                .place()
                .toString();
    }

    private static Stream<Node> items(Node node, String key) {
        return get(node, key).stream()
                .flatMap(
                        list ->
                                list instanceof Node.Items(var values, _)
                                        ? values.stream()
                                        : Stream.empty());
    }

    private static Optional<Node> get(Node node, String key) {
        return node instanceof Node.Fields(var fields, _)
                ? Optional.ofNullable(fields.get(key)).map(Node.Field::value)
                : Optional.empty();
    }
}
