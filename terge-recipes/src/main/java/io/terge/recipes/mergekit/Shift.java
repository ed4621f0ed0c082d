package io.terge.recipes.mergekit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Where layers of a model are in the output. Filters of the parameters of a model see the numbers
 * that layers have there, selectors those of the output.
 *
 * @param first the first layer, in the model
 * @param end the one after the last
 * @param output the number of the first in the output
 */
record Shift(int first, int end, int output) {

    /** Up to the number of the layer: the first part that is a number and not the first of all. */
    private static final String HEAD = "^[^.]*(?:\\.(?!\\d{1,6}(?:\\.|$))[^.]*)*\\.";

    private static final String NUMBER = "\\d{1,6}(?=\\.|$)";

    // A part that is a number, or begins like one, with something before it.
    private static final Pattern NUMBERED = Pattern.compile("^(.*?\\.)(\\d+)((?:\\..*)?)$");

    /** Layers that keep their numbers. */
    static Shift none() {
        return new Shift(0, 0, 0);
    }

    /** Whether layers have other numbers in the output. */
    boolean isAny() {
        return first != output;
    }

    /**
     * Returns the selector of the parameters whose names in the model a filter matches; nothing if
     * it begins with a number, which may be a part of another.
     */
    Optional<String> selector(Condition condition) {
        if (!isAny() || !condition.mayNameLayers()) {
            return Optional.of(condition.selector());
        }
        String filter = condition.filter().orElseThrow();
        Matcher parts = NUMBERED.matcher(filter);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String before = Condition.quoted(parts.group(1));
        String after = Condition.quoted(parts.group(3));
        List<String> ways = new ArrayList<>();
        String layers = layers(parts.group(2), after.isEmpty());
        if (!layers.isEmpty()) {
            String follows = after.isEmpty() ? "\\.|$" : after;
            ways.add("%s(?<=%s)(?:%s)(?=%s)".formatted(HEAD, before, layers, follows));
        }
        ways.add(HEAD + NUMBER + ".*" + Condition.quoted(filter));
        if (after.isEmpty()) {
            ways.add(Condition.quoted(filter) + "(?!\\d*(?:\\.|$))");
        }
        return Optional.of("regex:" + String.join("|", ways));
    }

    /** The numbers in the output of the layers whose numbers a filter matches. */
    private String layers(String number, boolean isStart) {
        return IntStream.range(first, end)
                .filter(
                        layer -> {
                            String text = Integer.toString(layer);
                            return isStart ? text.startsWith(number) : text.equals(number);
                        })
                .mapToObj(layer -> Integer.toString(layer - first + output))
                .collect(Collectors.joining("|"));
    }
}
