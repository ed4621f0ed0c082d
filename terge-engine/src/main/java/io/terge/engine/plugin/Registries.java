package io.terge.engine.plugin;

import io.terge.api.PluginDescription;
import io.terge.api.PluginDescription.Kind;
import io.terge.api.PluginDescription.Option;
import io.terge.error.Problem;
import io.terge.spi.MergeMethod;
import io.terge.spi.ModelAdapter;
import io.terge.spi.ParameterSelector;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * All plugins by kind and name.
 *
 * @param methods the merge methods
 * @param adapters the model adapters
 * @param selectors the parameter selectors
 */
public record Registries(
        PluginRegistry<MergeMethod> methods,
        PluginRegistry<ModelAdapter> adapters,
        PluginRegistry<ParameterSelector> selectors) {

    /**
     * Registers plugins.
     *
     * @param problems told of malformed names and of two plugins of one name
     */
    public static Registries of(Plugins plugins, Consumer<Problem> problems) {
        return new Registries(
                PluginRegistry.of("merge method", plugins.methods(), MergeMethod::name, problems),
                PluginRegistry.of(
                        "model adapter", plugins.adapters(), ModelAdapter::name, problems),
                PluginRegistry.of(
                        "parameter selector",
                        plugins.selectors(),
                        ParameterSelector::scheme,
                        problems));
    }

    /** What is installed, by kind, then by name. */
    public List<PluginDescription> describe() {
        return Stream.of(
                        described(
                                methods,
                                Kind.METHOD,
                                method -> method.describe().summary(),
                                Registries::options),
                        described(
                                adapters, Kind.ADAPTER, ModelAdapter::describe, none -> List.of()),
                        described(
                                selectors,
                                Kind.SELECTOR,
                                ParameterSelector::describe,
                                none -> List.of()))
                .flatMap(Function.identity())
                .toList();
    }

    private static List<Option> options(MergeMethod method) {
        return method.describe().options().stream()
                .map(
                        option ->
                                new Option(
                                        option.name(),
                                        option.range(),
                                        option.defaultValue(),
                                        option.help()))
                .toList();
    }

    private static <P> Stream<PluginDescription> described(
            PluginRegistry<P> registry,
            Kind kind,
            Function<P, String> summary,
            Function<P, List<Option>> options) {
        return registry.all().stream()
                .map(
                        plugin ->
                                new PluginDescription(
                                        kind,
                                        plugin.name(),
                                        plugin.implementation(),
                                        plugin.origin(),
                                        asked(plugin, summary),
                                        asked(plugin, options)));
    }

    private static <P, T> T asked(Plugin<P> plugin, Function<P, T> question) {
        return PluginFailures.guard(
                plugin, "describing itself", () -> question.apply(plugin.instance()));
    }
}
