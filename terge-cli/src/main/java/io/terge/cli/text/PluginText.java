package io.terge.cli.text;

import io.terge.api.PluginDescription;

import java.io.PrintWriter;
import java.util.List;

/** Prints which plugins are installed and where they come from. */
public final class PluginText {

    private PluginText() {}

    /** Prints one line for each plugin. */
    public static void print(List<PluginDescription> plugins, PrintWriter out) {
        Table table = new Table().row("NAME", "SUMMARY", "FROM");
        for (PluginDescription plugin : plugins) {
            table.row(plugin.name(), plugin.summary(), plugin.origin());
        }
        table.print(out);
    }
}
