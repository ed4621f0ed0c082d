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
        if (plugins.stream().anyMatch(plugin -> plugin.method().isPresent())) {
            out.println();
            out.println("'terge methods NAME' explains a method and its options.");
        }
    }

    /** Prints everything about one plugin. */
    public static void explain(PluginDescription plugin, PrintWriter out) {
        out.println(line(plugin.name() + ": " + plugin.summary()));
        out.println();
        plugin.method().ifPresent(facts -> explain(new MethodPage(plugin, facts), out));
        new Table()
                .row("class", plugin.implementation())
                .row("from", plugin.origin())
                .row("version", plugin.version())
                .print(out);
    }

    private static void explain(MethodPage page, PrintWriter out) {
        page.facts().formula().lines().forEach(line -> out.println("  " + line(line)));
        if (!page.facts().formula().isEmpty()) {
            out.println();
        }
        Table properties = new Table();
        page.properties().forEach(properties::row);
        properties.print(out);
        out.println();
        if (page.options().isEmpty()) {
            out.println("It has no options.");
        } else {
            Table options = new Table().row("OPTION", "VALUE", "DEFAULT", "DESCRIPTION");
            page.options().forEach(row -> options.row(row.toArray(String[]::new)));
            options.print(out);
        }
        out.println();
        if (!page.facts().advice().isEmpty()) {
            out.println(line(page.facts().advice()));
            out.println();
        }
        out.println("Example:");
        out.println("  " + line(page.example()));
        out.println();
    }

    private static String line(String text) {
        return Printable.line(text);
    }
}
