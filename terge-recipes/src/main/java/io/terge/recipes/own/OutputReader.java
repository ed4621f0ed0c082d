package io.terge.recipes.own;

import io.terge.api.CompanionSettings;
import io.terge.api.MergeRequestBuilder;
import io.terge.api.NonFinitePolicy;
import io.terge.recipes.RecipeCode;
import io.terge.recipes.value.ChatTemplateText;
import io.terge.recipes.value.RecipeFolder;
import io.terge.recipes.value.SizeText;
import io.terge.recipes.value.TypeText;
import io.terge.recipes.yaml.Node;
import io.terge.recipes.yaml.Problems;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads how the output is stored; where it goes is no part of a recipe.
 *
 * @param folder where paths start
 * @param problems told of what is wrong
 */
record OutputReader(RecipeFolder folder, Problems problems) {

    static final String OUTPUT = "output";
    static final String DTYPE = "dtype";
    static final String NON_FINITE = "non_finite";
    static final String CHAT_TEMPLATE = "chat_template";

    private static final List<String> ON_THE_COMMAND_LINE =
            List.of("out", "target", "in_place", "overwrite", "backup");

    /** Reads types and policies. */
    void readTypes(Section root, MergeRequestBuilder request) {
        Values values = new Values(problems);
        root.get(DTYPE).ifPresent(node -> readTypes(node, request));
        root.get(NON_FINITE, (node, what) -> values.parsed(node, what, OutputReader::policy))
                .ifPresent(request::nonFinite);
        root.get("seed", values::wholeNumber).ifPresent(request::seed);
        root.get("strict", values::flag)
                .filter(Boolean::booleanValue)
                .ifPresent(_ -> request.strict());
    }

    private void readTypes(Node node, MergeRequestBuilder request) {
        Values values = new Values(problems);
        switch (node) {
            case Node.Fields fields -> {
                for (Map.Entry<String, Node.Field> each : fields.fields().entrySet()) {
                    values.parsed(
                                    each.getValue().value(),
                                    DTYPE + "." + each.getKey(),
                                    TypeText::parse)
                            .ifPresent(type -> request.dtype(each.getKey(), type));
                }
            }
            case Node.Scalar scalar ->
                    values.parsed(scalar, DTYPE, TypeText::parse).ifPresent(request::dtype);
            default ->
                    problems.unexpected(node, DTYPE, "a type or a mapping from selectors to types");
        }
    }

    private static NonFinitePolicy policy(String text) {
        return switch (text) {
            case "warn" -> NonFinitePolicy.WARN;
            case "fail" -> NonFinitePolicy.FAIL;
            default ->
                    throw new IllegalArgumentException(
                            "expected warn or fail, got '%s'".formatted(text));
        };
    }

    /** Reports keys that say where the output goes. */
    static void refuseTarget(Section root) {
        for (String key : ON_THE_COMMAND_LINE) {
            root.refuse(
                    key,
                    "say on the command line where the output goes: --out OUT or --in-place, with"
                            + " --overwrite or --backup");
        }
    }

    /** Reads the section about the output, and returns the settings of its target. */
    SortedMap<String, String> readOutput(Section root, MergeRequestBuilder request) {
        SortedMap<String, String> settings = new TreeMap<>();
        Values values = new Values(problems);
        root.get(OUTPUT, (node, what) -> values.mapping(node, what, "a mapping"))
                .map(fields -> new Section(fields, OUTPUT, problems))
                .ifPresent(section -> readOutput(section, request, settings));
        return settings;
    }

    private void readOutput(
            Section section, MergeRequestBuilder request, SortedMap<String, String> settings) {
        Values values = new Values(problems);
        section.text("adapter").ifPresent(request::outputAdapter);
        section.get("shard_size", (node, what) -> values.parsed(node, what, SizeText::parseShard))
                .ifPresent(request::shardSize);
        section.get("settings", (node, what) -> values.mapping(node, what, "a mapping"))
                .ifPresent(mapping -> settings.putAll(texts(mapping, section.path("settings"))));
        List<String> copied = section.texts(CompanionSettings.COPY);
        if (!copied.isEmpty()) {
            settings.put(CompanionSettings.COPY, String.join(",", copied));
        }
        Optional<Boolean> card = section.get(CompanionSettings.CARD, values::flag);
        if (card.filter(written -> !written).isPresent()) {
            settings.put(CompanionSettings.CARD, CompanionSettings.NO_CARD);
        }
        ChatTemplateText templates = new ChatTemplateText(folder.folder());
        section.get(CHAT_TEMPLATE, (node, what) -> values.parsed(node, what, templates::parse))
                .ifPresent(template -> settings.put(CompanionSettings.CHAT_TEMPLATE, template));
        section.end();
    }

    /** Reads settings of adapters: texts by name. */
    SortedMap<String, String> texts(Node.Fields mapping, String path) {
        SortedMap<String, String> texts = new TreeMap<>();
        for (Map.Entry<String, Node.Field> each : mapping.fields().entrySet()) {
            String name = each.getKey();
            if (!name.matches("[a-z][a-z0-9_-]*")) {
                problems.add(
                        RecipeCode.RECIPE_UNKNOWN_KEY,
                        each.getValue().key(),
                        "The name of a setting must match [a-z][a-z0-9_-]*, but was '%s'"
                                .formatted(name));
                continue;
            }
            new Values(problems)
                    .text(each.getValue().value(), path + "." + name)
                    .ifPresent(text -> texts.put(name, text));
        }
        return texts;
    }
}
