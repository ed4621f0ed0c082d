package io.terge.recipes.own;

import io.terge.api.SettingValue;
import io.terge.recipes.RecipeCode;
import io.terge.recipes.yaml.Node;
import io.terge.recipes.yaml.Problems;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Reads values of the kinds that recipes have. What is of another kind is reported, and absent.
 *
 * @param problems told of what is wrong
 */
record Values(Problems problems) {

    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?");
    private static final String NUMBER_OR_GRADIENT = "a number, or a gradient such as [0, 0.5, 1]";

    Optional<String> text(Node node, String what) {
        if (node instanceof Node.Scalar(String text, boolean _, var _) && !text.isBlank()) {
            return Optional.of(text);
        }
        problems.unexpected(node, what, "a string");
        return Optional.empty();
    }

    /** A text or a list of texts. */
    List<String> texts(Node node, String what) {
        if (node instanceof Node.Items items) {
            return items.values().stream().flatMap(each -> text(each, what).stream()).toList();
        }
        if (node instanceof Node.Scalar) {
            return text(node, what).stream().toList();
        }
        problems.unexpected(node, what, "a string or a list of strings");
        return List.of();
    }

    /** A text that a function understands; what it throws says what was expected. */
    <T> Optional<T> parsed(Node node, String what, Function<String, T> parser) {
        return text(node, what)
                .flatMap(
                        text -> {
                            try {
                                return Optional.of(parser.apply(text));
                            } catch (IllegalArgumentException malformed) {
                                problems.add(
                                        RecipeCode.RECIPE_INVALID_VALUE,
                                        node.place(),
                                        "'%s': %s".formatted(what, malformed.getMessage()));
                                return Optional.empty();
                            }
                        });
    }

    Optional<Double> number(Node node, String what) {
        return number(node, what, "a number");
    }

    private Optional<Double> number(Node node, String what, String expected) {
        Optional<Double> number =
                unquoted(node)
                        .filter(NUMBER.asMatchPredicate())
                        .map(Double::valueOf)
                        .filter(Double::isFinite);
        if (number.isEmpty()) {
            boolean isQuoted =
                    node instanceof Node.Scalar scalar
                            && scalar.isQuoted()
                            && NUMBER.matcher(scalar.text()).matches();
            problems.unexpected(node, what, expected + (isQuoted ? ", without quotes" : ""));
        }
        return number;
    }

    Optional<Long> wholeNumber(Node node, String what) {
        try {
            return Optional.of(Long.valueOf(unquoted(node).orElse("")));
        } catch (NumberFormatException notOne) {
            problems.unexpected(node, what, "a whole number of 64 bits");
            return Optional.empty();
        }
    }

    Optional<Boolean> flag(Node node, String what) {
        Optional<Boolean> flag =
                unquoted(node)
                        .filter(text -> text.equals("true") || text.equals("false"))
                        .map(Boolean::valueOf);
        if (flag.isEmpty()) {
            problems.unexpected(node, what, "true or false");
        }
        return flag;
    }

    Optional<Node.Fields> mapping(Node node, String what, String expected) {
        if (node instanceof Node.Fields fields) {
            return Optional.of(fields);
        }
        problems.unexpected(node, what, expected);
        return Optional.empty();
    }

    List<Node> items(Node node, String what, String expected) {
        if (node instanceof Node.Items items && !items.values().isEmpty()) {
            return items.values();
        }
        problems.unexpected(node, what, expected);
        return List.of();
    }

    /** A weight: a number or a gradient. */
    Optional<SettingValue> weight(Node node, String what) {
        return node instanceof Node.Items items
                ? gradient(items, what)
                : number(node, what, NUMBER_OR_GRADIENT).map(SettingValue::of);
    }

    /** The value of an option: a number, flag or text, or a gradient. */
    Optional<SettingValue> option(Node node, String what) {
        return switch (node) {
            case Node.Items items -> gradient(items, what);
            case Node.Scalar scalar -> text(scalar, what).map(SettingValue::of);
            default -> {
                problems.unexpected(node, what, "a value, or a gradient such as [0, 0.5, 1]");
                yield Optional.empty();
            }
        };
    }

    private Optional<SettingValue> gradient(Node.Items items, String what) {
        if (items.values().isEmpty()) {
            problems.add(
                    RecipeCode.RECIPE_INVALID_VALUE,
                    items.place(),
                    "'%s' is a gradient without numbers".formatted(what));
            return Optional.empty();
        }
        List<Double> anchors =
                IntStream.range(0, items.values().size())
                        .mapToObj(i -> number(items.values().get(i), what + "." + i, "a number"))
                        .flatMap(Optional::stream)
                        .toList();
        return anchors.size() == items.values().size()
                ? Optional.of(new SettingValue.Gradient(anchors))
                : Optional.empty();
    }

    private static Optional<String> unquoted(Node node) {
        return node instanceof Node.Scalar(String text, boolean isQuoted, var _) && !isQuoted
                ? Optional.of(text)
                : Optional.empty();
    }
}
