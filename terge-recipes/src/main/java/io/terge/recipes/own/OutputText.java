package io.terge.recipes.own;

import io.terge.api.CompanionSettings;
import io.terge.api.MergeRequest;
import io.terge.api.NonFinitePolicy;
import io.terge.api.OutputChoice;
import io.terge.api.Rule;
import io.terge.recipes.value.SizeText;
import io.terge.recipes.value.TypeText;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Writes what is said about the output of a merge.
 *
 * @param request the merge
 */
record OutputText(MergeRequest request) {

    /** Adds the keys about the output, and those for the whole merge. */
    void add(SortedMap<String, String> targetSettings, SequencedMap<String, YamlText> fields) {
        OutputChoice output = request.output();
        addTypes(output, fields);
        if (request.seed() != 0) {
            fields.put("seed", YamlText.value(Long.toString(request.seed())));
        }
        if (request.isStrict()) {
            fields.put("strict", YamlText.value("true"));
        }
        if (output.nonFinite() == NonFinitePolicy.FAIL) {
            fields.put(OutputReader.NON_FINITE, YamlText.value("fail"));
        }
        SequencedMap<String, YamlText> section = new LinkedHashMap<>();
        output.adapter().ifPresent(name -> section.put("adapter", YamlText.text(name)));
        output.shardSize()
                .ifPresent(bytes -> section.put("shard_size", YamlText.value(SizeText.of(bytes))));
        addTarget(targetSettings, section);
        if (!section.isEmpty()) {
            fields.put(OutputReader.OUTPUT, new YamlText.Fields(section, true));
        }
    }

    private static void addTarget(
            SortedMap<String, String> settings, SequencedMap<String, YamlText> section) {
        SortedMap<String, String> others = new TreeMap<>(settings);
        String copied = others.remove(CompanionSettings.COPY);
        if (copied != null) {
            addTexts(CompanionSettings.COPY, List.of(copied.split(",")), section);
        }
        if (others.remove(CompanionSettings.CARD, CompanionSettings.NO_CARD)) {
            section.put(CompanionSettings.CARD, YamlText.value("false"));
        }
        String template = others.remove(CompanionSettings.CHAT_TEMPLATE);
        if (template != null) {
            section.put(OutputReader.CHAT_TEMPLATE, YamlText.text(template));
        }
        if (!others.isEmpty()) {
            section.put("settings", texts(others));
        }
    }

    private static void addTypes(OutputChoice output, SequencedMap<String, YamlText> fields) {
        SequencedMap<String, YamlText> types = new LinkedHashMap<>();
        output.types()
                .forEach(
                        rule ->
                                types.putIfAbsent(
                                        rule.selector(),
                                        YamlText.value(TypeText.of(rule.value()))));
        output.dtype()
                .map(type -> YamlText.value(TypeText.of(type)))
                .ifPresent(type -> types.put(Rule.EVERY_PARAMETER, type));
        if (types.size() == 1 && types.containsKey(Rule.EVERY_PARAMETER)) {
            fields.put(OutputReader.DTYPE, types.firstEntry().getValue());
        } else if (!types.isEmpty()) {
            fields.put(OutputReader.DTYPE, new YamlText.Fields(types, true));
        }
    }

    /** Adds texts: one, or a list of them; nothing if there are none. */
    static void addTexts(String key, List<String> texts, SequencedMap<String, YamlText> to) {
        if (texts.size() == 1) {
            to.put(key, YamlText.text(texts.getFirst()));
        } else if (!texts.isEmpty()) {
            to.put(key, YamlText.list(texts.stream().<YamlText>map(YamlText::text).toList()));
        }
    }

    /** Texts by name. */
    static YamlText texts(Map<String, String> settings) {
        SequencedMap<String, YamlText> texts = new LinkedHashMap<>();
        settings.forEach((name, value) -> texts.put(name, YamlText.text(value)));
        return new YamlText.Fields(texts, true);
    }
}
