package io.terge.engine.plugin;

import io.terge.spi.format.ModelAdapter;
import io.terge.spi.method.MergeMethod;
import io.terge.spi.selector.ParameterSelector;

import java.util.List;
import java.util.stream.Stream;

/**
 * What was found or given, before names are looked at.
 *
 * @param methods the merge methods
 * @param adapters the model adapters
 * @param selectors the parameter selectors
 */
public record Plugins(
        List<MergeMethod> methods, List<ModelAdapter> adapters, List<ParameterSelector> selectors) {

    public Plugins {
        methods = List.copyOf(methods);
        adapters = List.copyOf(adapters);
        selectors = List.copyOf(selectors);
    }

    /**
     * These plugins and those found that are of other classes: a plugin that is given is not a
     * second one where the same class is also installed.
     */
    public Plugins and(Plugins found) {
        return new Plugins(
                join(methods, found.methods),
                join(adapters, found.adapters),
                join(selectors, found.selectors));
    }

    private static <P> List<P> join(List<P> given, List<P> found) {
        List<Class<?>> classes = given.stream().<Class<?>>map(Object::getClass).toList();
        return Stream.concat(
                        given.stream(),
                        found.stream().filter(plugin -> !classes.contains(plugin.getClass())))
                .toList();
    }
}
