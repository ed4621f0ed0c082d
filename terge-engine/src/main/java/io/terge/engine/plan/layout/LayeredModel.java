package io.terge.engine.plan.layout;

import io.terge.engine.model.LayerName;
import io.terge.engine.model.LayerNames;
import io.terge.engine.model.MainStack;
import io.terge.engine.plan.named.NamedModel;
import io.terge.tensor.ParameterSpec;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** A model as layers, and what belongs to none. */
final class LayeredModel {

    private final NamedModel model;
    private final MainStack stack;
    private final Map<Integer, SequencedMap<String, LayerName>> layers = new HashMap<>();
    private final List<String> others = new ArrayList<>();
    private Optional<String> ambiguous = Optional.empty();

    private LayeredModel(NamedModel model, MainStack stack) {
        this.model = model;
        this.stack = stack;
        for (String name : model.known().keySet()) {
            stack.find(name).ifPresentOrElse(this::add, () -> others.add(name));
        }
    }

    private void add(LayerName found) {
        LayerName same =
                layers.computeIfAbsent(found.index(), any -> new LinkedHashMap<>())
                        .putIfAbsent(found.rest(), found);
        if (same != null && ambiguous.isEmpty()) {
            ambiguous =
                    Optional.of(
                            "'%s' and '%s'"
                                    .formatted(same.at(same.index()), found.at(found.index())));
        }
    }

    /** Looks at a model; nothing if it has no layers. */
    static Optional<LayeredModel> of(NamedModel model, LayerNames numbers) {
        return MainStack.of(numbers, model.known().keySet())
                .map(stack -> new LayeredModel(model, stack));
    }

    /** Two names of one parameter of a layer, such as those of layers 1 and 01; nothing else. */
    Optional<String> ambiguous() {
        return ambiguous;
    }

    NamedModel model() {
        return model;
    }

    int count() {
        return stack.layers();
    }

    /** The parameters of a layer. */
    Collection<LayerName> layer(int index) {
        return named(index).values();
    }

    private SequencedMap<String, LayerName> named(int index) {
        return layers.getOrDefault(index, Collections.emptySortedMap());
    }

    /** The names of what belongs to no layer. */
    List<String> others() {
        return others;
    }

    /** The same parameter as one of another model, of a layer of this one. */
    Optional<ParameterSpec> find(LayerName like, int layer) {
        return Optional.ofNullable(named(layer).get(like.rest()))
                .flatMap(own -> model.used(own.at(layer)));
    }
}
