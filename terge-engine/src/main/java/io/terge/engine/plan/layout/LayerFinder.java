package io.terge.engine.plan.layout;

import io.terge.api.Action.Layer;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds the layers that parameters belong to in their names: the first part between dots that is a
 * number and not the first of all. What stands before it is the stack; its layers are counted up to
 * the highest number.
 */
public final class LayerFinder {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");

    private record Place(String stack, int index) {}

    private final Map<String, Integer> layers = new HashMap<>();

    public LayerFinder(Collection<String> names) {
        names.forEach(
                name ->
                        place(name)
                                .ifPresent(
                                        place ->
                                                layers.merge(
                                                        place.stack(),
                                                        place.index() + 1,
                                                        Math::max)));
    }

    public Optional<Layer> of(String name) {
        return place(name)
                .map(
                        place ->
                                new Layer(
                                        place.index(),
                                        layers.getOrDefault(place.stack(), place.index() + 1)));
    }

    private static Optional<Place> place(String name) {
        int dot = name.indexOf('.');
        while (dot >= 0) {
            int end = name.indexOf('.', dot + 1);
            String part = name.substring(dot + 1, end < 0 ? name.length() : end);
            if (NUMBER.matcher(part).matches()) {
                return Optional.of(new Place(name.substring(0, dot), Integer.parseInt(part)));
            }
            dot = end;
        }
        return Optional.empty();
    }
}
