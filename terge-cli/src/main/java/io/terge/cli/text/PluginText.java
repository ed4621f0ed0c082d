package io.terge.cli.text;

import io.terge.api.PluginDescription;

import java.io.PrintWriter;
import java.util.List;

/** Prints which plugins are installed and where they come from. */
public final class PluginText {

    private PluginText() {}

    /** Prints one line for each plugin, then one for each option, if there are any. */
    public static void print(List<PluginDescription> plugins, PrintWriter out) {
        Table table = new Table().row("NAME", "SUMMARY", "FROM");
        for (PluginDescription plugin : plugins) {
            table.row(plugin.name(), plugin.summary(), plugin.origin());
        }
        table.print(out);
        if (plugins.stream().anyMatch(plugin -> !plugin.options().isEmpty())) {
            out.println();
            printOptions(plugins, out);
        }
    }

    private static void printOptions(List<PluginDescription> plugins, PrintWriter out) {
        Table table = new Table().row("METHOD", "OPTION", "VALUE", "DEFAULT", "DESCRIPTION");
        for (PluginDescription plugin : plugins) {
            for (PluginDescription.Option option : plugin.options()) {
                table.row(
                        plugin.name(),
                        option.name(),
                        option.range() + (option.perModel() ? ", per model" : ""),
                        option.defaultValue().orElse("required"),
                        option.help());
            }
        }
        table.print(out);
    }
}
