package io.terge.recipes.mergekit;

import io.terge.api.Rule;
import io.terge.recipes.yaml.Place;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A value, for the parameters of models whose names contain a text.
 *
 * @param filter the text; empty for all parameters
 * @param numbers the value; the anchors of a gradient
 * @param isGradient whether it is a list, which changes over the layers
 * @param place where the value is
 */
record Condition(Optional<String> filter, List<Double> numbers, boolean isGradient, Place place) {

    private static final String ALL = "*";

    private static final Pattern SPECIAL = Pattern.compile("[\\\\\\[\\](){}.*+?^$|]");

    // What stands alone between dots may be the number of a layer.
    private static final Pattern LAYER = Pattern.compile("(?:^|\\.)\\d+(?:\\.|$)");

    Condition {
        filter = filter.filter(text -> !text.isEmpty() && !text.equals(ALL));
        numbers = List.copyOf(numbers);
    }

    boolean isForAll() {
        return filter.isEmpty();
    }

    /** Whether it may tell layers apart by their numbers. */
    boolean mayNameLayers() {
        return filter.isPresent() && LAYER.matcher(filter.get()).find();
    }

    /** The filter as a selector. */
    String selector() {
        return filter.map(text -> "regex:" + quoted(text)).orElse(Rule.EVERY_PARAMETER);
    }

    /** Returns the regular expression of a text. */
    static String quoted(String text) {
        return SPECIAL.matcher(text).replaceAll("\\\\$0");
    }
}
