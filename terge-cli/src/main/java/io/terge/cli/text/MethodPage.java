package io.terge.cli.text;

import io.terge.api.MethodFacts;
import io.terge.api.PluginDescription;
import io.terge.api.PluginDescription.Option;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a user needs to know of a merge method, for the terminal and for documents.
 *
 * @param plugin the method
 * @param facts what it says of itself
 */
public record MethodPage(PluginDescription plugin, MethodFacts facts) {

    private static final char FIRST_MODEL = 'A';
    private static final Pattern WEIGHTS = Pattern.compile("--weights (\\S+)");

    /** What it needs and how it works: a text for each label. */
    public SequencedMap<String, String> properties() {
        SequencedMap<String, String> properties = new LinkedHashMap<>();
        properties.put("base", base());
        properties.put("models", facts.models() + (facts.usesBase() ? ", besides the base" : ""));
        properties.put("weights", facts.weights());
        properties.put("reads", reads());
        if (facts.usesRandomNumbers()) {
            properties.put("random", "yes: the result depends on --seed");
        }
        if (!facts.reference().isEmpty()) {
            properties.put("source", facts.reference());
        }
        return properties;
    }

    private String base() {
        if (facts.usesBase()) {
            return "required (--base)";
        }
        return facts.usesBaseIfStated() ? "optional (--base)" : "not required";
    }

    private String reads() {
        String unit =
                switch (facts.extent()) {
                    case BLOCK -> "in blocks";
                    case ROW -> "in whole rows";
                    case TENSOR -> "as whole tensors in memory";
                };
        return facts.passes() == 1
                ? "the weights once, " + unit
                : "the weights up to %d times, %s".formatted(facts.passes(), unit);
    }

    /** A command that uses it. */
    public String example() {
        String names =
                IntStream.range(0, exampleModels())
                        .mapToObj(i -> Character.toString(FIRST_MODEL + i))
                        .collect(Collectors.joining(" "));
        return "terge merge %s%s --method %s%s --out OUT"
                .formatted(
                        names,
                        facts.usesBase() ? " --base BASE" : "",
                        plugin.name(),
                        facts.example().isEmpty() ? "" : " " + facts.example());
    }

    /** As many as the example has weights. */
    private int exampleModels() {
        Matcher weights = WEIGHTS.matcher(facts.example());
        if (weights.find()) {
            return weights.group(1).split(",", -1).length;
        }
        return facts.models().equals("1") ? 1 : 2;
    }

    /** The options, one row each: name, values, default and what it does. */
    public List<List<String>> options() {
        List<List<String>> rows = new ArrayList<>();
        for (Option option : plugin.options()) {
            rows.add(
                    List.of(
                            option.name(),
                            option.range() + (option.perModel() ? ", per model" : ""),
                            option.defaultValue().map(MethodPage::written).orElse("required"),
                            option.help()));
        }
        return rows;
    }

    /** A number as a person would write it. */
    private static String written(String value) {
        return value.replaceFirst("^(-?\\d)(\\.0)?E(-?\\d+)$", "$1e$3");
    }
}
