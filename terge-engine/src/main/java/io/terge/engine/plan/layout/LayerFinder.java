package io.terge.engine.plan.layout;

import io.terge.api.Action.Layer;
import io.terge.engine.model.LayerNames;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Finds the layers of parameters in their names; those of a stack are counted up to the last. */
public final class LayerFinder {

    private final LayerNames numbers;
    private final Map<String, Integer> layers = new HashMap<>();

    public LayerFinder(LayerNames numbers, Collection<String> names) {
        this.numbers = numbers;
        names.forEach(
                name ->
                        numbers.find(name)
                                .ifPresent(
                                        place ->
                                                layers.merge(
                                                        place.stack(),
                                                        place.index() + 1,
                                                        Math::max)));
    }

    public Optional<Layer> of(String name) {
        return numbers.find(name)
                .map(
                        place ->
                                new Layer(
                                        place.index(),
                                        layers.getOrDefault(place.stack(), place.index() + 1)));
    }
}
