package io.terge.json;

import io.terge.api.PluginDescription;
import io.terge.api.PluginUse;
import io.terge.json.JsonFields.Field;

import java.util.List;

/** The plugins of plans and lineages, each in one line. */
final class UsedPlugins {

    private UsedPlugins() {}

    static void write(JsonOutput json, List<PluginUse> plugins) {
        json.list(
                "plugins",
                plugins,
                plugin -> json.onOneLine(() -> json.object(() -> plugin(json, plugin))));
    }

    private static void plugin(JsonOutput json, PluginUse plugin) {
        json.text("kind", plugin.kind().name());
        json.text("name", plugin.name());
        json.text("implementation", plugin.implementation());
        json.text("version", plugin.version());
        json.text("origin", plugin.origin());
    }

    static List<PluginUse> read(JsonInput json) {
        return json.list(() -> plugin(json));
    }

    private static PluginUse plugin(JsonInput json) {
        JsonFields fields = json.fields();
        Field<PluginDescription.Kind> kind =
                fields.field("kind", () -> json.oneOf(PluginDescription.Kind.class));
        Field<String> name = fields.field("name", json::text);
        Field<String> implementation = fields.field("implementation", json::text);
        Field<String> version = fields.field("version", json::text);
        Field<String> origin = fields.field("origin", json::text);
        fields.read();
        return new PluginUse(
                kind.get(), name.get(), implementation.get(), version.get(), origin.get());
    }
}
