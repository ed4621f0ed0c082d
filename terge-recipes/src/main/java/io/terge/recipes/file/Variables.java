package io.terge.recipes.file;

import io.terge.error.Suggestions;
import io.terge.recipes.RecipeCode;
import io.terge.recipes.yaml.Node;
import io.terge.recipes.yaml.Place;
import io.terge.recipes.yaml.Problems;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces {@code ${NAME}} in the values of a recipe; {@code $${} stands for {@code ${}.
 *
 * @param values what stands for each name
 * @param problems told of names without a value
 */
record Variables(Map<String, String> values, Problems problems) {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\$\\{|\\$\\{([^}]*)\\}|\\$\\{");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*");

    Variables {
        values = Map.copyOf(values);
    }

    Node replace(Node node) {
        return switch (node) {
            case Node.Scalar scalar -> replace(scalar);
            case Node.Items(var items, var place) ->
                    new Node.Items(items.stream().map(this::replace).toList(), place);
            case Node.Fields(var fields, var place) -> {
                SequencedMap<String, Node.Field> replaced = new LinkedHashMap<>();
                fields.forEach(
                        (key, field) ->
                                replaced.put(
                                        key,
                                        new Node.Field(
                                                replace(field.value()),
                                                field.key(),
                                                field.isAnchored())));
                yield new Node.Fields(replaced, place);
            }
            case Node.Nothing nothing -> nothing;
        };
    }

    // JSON has quotes around variables: what is nothing but one is a number if its value is.
    private Node.Scalar replace(Node.Scalar scalar) {
        if (!scalar.text().contains("${")) {
            return scalar;
        }
        Matcher found = VARIABLE.matcher(scalar.text());
        boolean isVariable = found.matches() && found.group(1) != null;
        found.reset();
        StringBuilder text = new StringBuilder();
        while (found.find()) {
            String value = found.group().equals("$${") ? "${" : value(found, scalar.place());
            found.appendReplacement(text, Matcher.quoteReplacement(value));
        }
        found.appendTail(text);
        return new Node.Scalar(text.toString(), scalar.isQuoted() && !isVariable, scalar.place());
    }

    private String value(Matcher found, Place place) {
        String name = found.group(1) == null ? "" : found.group(1);
        if (!NAME.matcher(name).matches()) {
            problems.add(
                    RecipeCode.RECIPE_INVALID_VALUE,
                    place,
                    "A variable must be written ${NAME}, but was '%s'".formatted(found.group()),
                    "write $${ for a literal ${");
            return "";
        }
        String value = values.get(name);
        if (value == null) {
            problems.add(
                    RecipeCode.RECIPE_INVALID_VALUE,
                    place,
                    "Variable '%s' has no value.%s"
                            .formatted(name, Suggestions.question(name, values.keySet())),
                    "add --var %s=VALUE".formatted(name));
            return "0";
        }
        return value;
    }
}
