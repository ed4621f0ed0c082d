package io.terge.cli;

import io.terge.api.PluginDescription;
import io.terge.cli.text.MethodPage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes docs/methods.md from what the methods say of themselves. */
final class MethodsDocument {

    private static final String INTRODUCTION =
            """
            # Merge methods

            This file is generated from the descriptions of the methods; `terge methods NAME` prints the same page.

            **Where to start.** Plain averaging (`arithmetic`) and `task_arithmetic` are the reliable starting points. A
            systematic comparison on large language models (arXiv 2511.21437) found that most of the elaborate methods do not
            do better than these two. Evaluate every merge on your own task, and begin with the simplest method.

            In formulas, `x[i]` are the models, `w[i]` their weights, `b` is the base, and `d[i] = x[i] - b` are the task
            vectors. Everything is computed in `double`, separately for each parameter unless a method says otherwise, and
            rounded once to the type of the output. Names may also be written with dashes instead of underscores.
            """;

    private final List<String> lines = new ArrayList<>(List.of(INTRODUCTION.split("\n")));

    private MethodsDocument() {}

    /** Returns the document. */
    static String of(List<PluginDescription> methods) {
        MethodsDocument document = new MethodsDocument();
        document.overview(methods);
        methods.forEach(
                method -> document.page(new MethodPage(method, method.method().orElseThrow())));
        return String.join("\n", document.lines) + "\n";
    }

    private void overview(List<PluginDescription> methods) {
        Map<String, List<PluginDescription>> families = new TreeMap<>();
        for (PluginDescription method : methods) {
            families.computeIfAbsent(family(method), none -> new ArrayList<>()).add(method);
        }
        families.forEach(
                (family, members) -> {
                    add(
                            "",
                            "## " + family,
                            "",
                            "| method | what it does | base |",
                            "|---|---|---|");
                    members.stream()
                            .sorted(Comparator.comparing(PluginDescription::name))
                            .forEach(
                                    method ->
                                            add(
                                                    "| [`%s`](#%s) | %s | %s |"
                                                            .formatted(
                                                                    method.name(),
                                                                    method.name(),
                                                                    cell(method.summary()),
                                                                    base(method))));
                });
    }

    private static String base(PluginDescription method) {
        var facts = method.method().orElseThrow();
        if (facts.usesBase()) {
            return "required";
        }
        return facts.usesBaseIfStated() ? "optional" : "";
    }

    private static String family(PluginDescription method) {
        String packageName =
                method.implementation().substring(0, method.implementation().lastIndexOf('.'));
        String last = packageName.substring(packageName.lastIndexOf('.') + 1);
        return Character.toUpperCase(last.charAt(0)) + last.substring(1);
    }

    private void page(MethodPage page) {
        PluginDescription method = page.plugin();
        add("", "## " + method.name(), "", method.summary() + ".");
        if (!page.facts().formula().isEmpty()) {
            add("", "```text", page.facts().formula().strip(), "```");
        }
        add("", "| | |", "|---|---|");
        page.properties().forEach((label, text) -> add("| %s | %s |".formatted(label, cell(text))));
        if (!page.options().isEmpty()) {
            add("", "| option | value | default | |", "|---|---|---|---|");
            page.options()
                    .forEach(
                            row ->
                                    add(
                                            row.stream()
                                                    .map(MethodsDocument::cell)
                                                    .collect(
                                                            Collectors.joining(
                                                                    " | ", "| ", " |"))));
        }
        if (!page.facts().advice().isEmpty()) {
            add("", page.facts().advice());
        }
        add("", "```text", page.example(), "```");
    }

    private void add(String... more) {
        lines.addAll(List.of(more));
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
