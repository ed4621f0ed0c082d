package io.terge.engine.plan.layout;

import io.terge.engine.model.LayerName;
import io.terge.engine.model.LayerNames;
import io.terge.engine.model.MainStack;
import io.terge.engine.plan.named.NamedModel;
import io.terge.tensor.ParameterSpec;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A model as layers, and what belongs to none. */
final class LayeredModel {

    private final NamedModel model;
    private final MainStack stack;
    private final Map<Integer, List<LayerName>> layers = new HashMap<>();
    private final List<String> others = new ArrayList<>();

    private LayeredModel(NamedModel model, MainStack stack) {
        this.model = model;
        this.stack = stack;
        for (String name : model.known().keySet()) {
            stack.find(name)
                    .ifPresentOrElse(
                            found ->
                                    layers.computeIfAbsent(found.index(), any -> new ArrayList<>())
                                            .add(found),
                            () -> others.add(name));
        }
    }

    /** Looks at a model; nothing if it has no layers. */
    static Optional<LayeredModel> of(NamedModel model, LayerNames numbers) {
        return MainStack.of(numbers, model.known().keySet())
                .map(stack -> new LayeredModel(model, stack));
    }

    /** Two names of one parameter of a layer, such as those of layers 1 and 01; nothing else. */
    Optional<String> ambiguous() {
        for (List<LayerName> layer : layers.values()) {
            Map<String, LayerName> byRest = new HashMap<>();
            for (LayerName name : layer) {
                LayerName same = byRest.putIfAbsent(name.rest(), name);
                if (same != null) {
                    return Optional.of(
                            "'%s' and '%s'"
                                    .formatted(same.at(same.index()), name.at(name.index())));
                }
            }
        }
        return Optional.empty();
    }

    NamedModel model() {
        return model;
    }

    int count() {
        return stack.layers();
    }

    /** The parameters of a layer. */
    List<LayerName> layer(int index) {
        return layers.getOrDefault(index, List.of());
    }

    /** The names of what belongs to no layer. */
    List<String> others() {
        return others;
    }

    /** The same parameter as one of another model, of a layer of this one. */
    Optional<ParameterSpec> find(LayerName like, int layer) {
        return layer(layer).stream()
                .filter(own -> own.rest().equals(like.rest()))
                .findFirst()
                .flatMap(own -> model.used(own.at(layer)));
    }
}
