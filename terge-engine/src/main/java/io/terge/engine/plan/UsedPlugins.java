package io.terge.engine.plan;

import io.terge.api.ModelUse;
import io.terge.api.PluginDescription.Kind;
import io.terge.api.PluginUse;
import io.terge.engine.plugin.Plugin;
import io.terge.engine.plugin.Registries;
import io.terge.error.TergeCode;

import jakarta.inject.Inject;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Tells which plugins a plan needs to be run. */
final class UsedPlugins {

    private final Registries plugins;

    @Inject
    UsedPlugins(Registries plugins) {
        this.plugins = plugins;
    }

    /** Returns them, methods first, each once, sorted by name. */
    List<PluginUse> of(List<ModelUse> models, Optional<String> writer, List<String> methods) {
        Stream<String> adapters =
                Stream.concat(models.stream().map(ModelUse::adapter), writer.stream());
        return Stream.concat(
                        uses(
                                methods.stream(),
                                Kind.METHOD,
                                name -> plugins.methods().require(name, TergeCode.UNKNOWN_METHOD)),
                        uses(
                                adapters,
                                Kind.ADAPTER,
                                name ->
                                        plugins.adapters()
                                                .require(name, TergeCode.UNKNOWN_ADAPTER)))
                .toList();
    }

    private static Stream<PluginUse> uses(
            Stream<String> names, Kind kind, Function<String, Plugin<?>> find) {
        return names.distinct().sorted().map(find).map(plugin -> plugin.use(kind));
    }
}
