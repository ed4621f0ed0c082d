package io.terge.engine.plugin;

import io.terge.api.MethodFacts;
import io.terge.api.PluginDescription;
import io.terge.api.PluginDescription.Kind;
import io.terge.api.PluginDescription.Option;
import io.terge.api.PluginUse;
import io.terge.error.Problem;
import io.terge.spi.format.ModelAdapter;
import io.terge.spi.method.Access;
import io.terge.spi.method.MergeMethod;
import io.terge.spi.method.MethodDescription;
import io.terge.spi.method.MethodOption;
import io.terge.spi.method.SurveyingMethod;
import io.terge.spi.method.Weighting;
import io.terge.spi.selector.ParameterSelector;

import java.util.List;
import java.util.Optional;
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

    /** Returns the plugins of a kind. */
    public PluginRegistry<?> of(Kind kind) {
        return switch (kind) {
            case METHOD -> methods;
            case ADAPTER -> adapters;
            case SELECTOR -> selectors;
        };
    }

    /** Returns the plugin of a kind and name as plans name it. */
    public Optional<PluginUse> use(Kind kind, String name) {
        return of(kind).find(name).map(plugin -> plugin.use(kind));
    }

    /** What is installed, by kind, then by name. */
    public List<PluginDescription> describe() {
        return Stream.of(
                        described(methods, Kind.METHOD, Registries::method),
                        described(adapters, Kind.ADAPTER, a -> Described.of(a.describe())),
                        described(selectors, Kind.SELECTOR, s -> Described.of(s.describe())))
                .flatMap(Function.identity())
                .toList();
    }

    private record Described(String summary, List<Option> options, Optional<MethodFacts> method) {

        static Described of(String summary) {
            return new Described(summary, List.of(), Optional.empty());
        }
    }

    private static Described method(MergeMethod method) {
        MethodDescription description = method.describe();
        return new Described(
                description.summary(),
                description.options().stream().map(Registries::option).toList(),
                Optional.of(facts(method, description)));
    }

    private static MethodFacts facts(MergeMethod method, MethodDescription description) {
        Access access = description.access();
        boolean surveys = method instanceof SurveyingMethod<?>;
        return new MethodFacts(
                description.reference(),
                description.formula(),
                description.advice(),
                description.example(),
                description.inputs().toString(),
                access.usesBase(),
                access.usesBaseIfStated(),
                words(description.weighting()),
                access.extent(),
                access.passes() + (surveys ? access.surveyPasses() : 0),
                description.usesRandomNumbers());
    }

    private static String words(Weighting weighting) {
        return switch (weighting) {
            case RELATIVE -> "relative: divided by their sum";
            case ABSOLUTE -> "absolute: used as they are";
            case IGNORED -> "ignored: they have no effect";
        };
    }

    private static Option option(MethodOption option) {
        return new Option(
                option.name(),
                option.range(),
                option.defaultValue(),
                option.isPerModel(),
                option.help());
    }

    private static <P> Stream<PluginDescription> described(
            PluginRegistry<P> registry, Kind kind, Function<P, Described> question) {
        return registry.all().stream().map(plugin -> described(plugin, kind, question));
    }

    private static <P> PluginDescription described(
            Plugin<P> plugin, Kind kind, Function<P, Described> question) {
        PluginUse use = plugin.use(kind);
        return plugin.call("describing itself")
                .get(
                        () -> {
                            Described told = question.apply(plugin.instance());
                            return new PluginDescription(
                                    kind,
                                    use.name(),
                                    use.implementation(),
                                    use.version(),
                                    use.origin(),
                                    told.summary(),
                                    told.options(),
                                    told.method());
                        });
    }
}
