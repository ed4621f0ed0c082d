package io.terge.engine.model;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The layers that a model mainly consists of.
 *
 * @param numbers how names number layers
 * @param name what stands before the numbers of layers
 * @param layers how many there are
 */
public record MainStack(LayerNames numbers, String name, int layers) {

    /** What is known of a stack. */
    private record Seen(int layers, int parameters) {}

    /** Finds the stack of the most layers, and of those the one of the most parameters. */
    public static Optional<MainStack> of(LayerNames numbers, Collection<String> names) {
        Map<String, Seen> stacks = new HashMap<>();
        for (String name : names) {
            numbers.find(name)
                    .ifPresent(
                            found ->
                                    stacks.merge(
                                            found.stack(),
                                            new Seen(found.index() + 1, 1),
                                            (one, other) ->
                                                    new Seen(
                                                            Math.max(one.layers, other.layers),
                                                            one.parameters + other.parameters)));
        }
        return stacks.entrySet().stream()
                .max(
                        Comparator.<Map.Entry<String, Seen>>comparingInt(
                                        stack -> stack.getValue().layers())
                                .thenComparingInt(stack -> stack.getValue().parameters())
                                .thenComparing(Map.Entry::getKey, Comparator.reverseOrder()))
                .map(stack -> new MainStack(numbers, stack.getKey(), stack.getValue().layers()));
    }

    /** Finds the layer of this stack in a name. */
    public Optional<LayerName> find(String parameter) {
        return numbers.find(parameter).filter(found -> found.stack().equals(name));
    }
}
