package io.terge.api;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The elements of one parameter that are NaN or infinite. Models are counted where their elements
 * contribute to the result: not those with a coefficient of 0, nor those that only a statistic
 * reads. Parameters that are copied byte for byte are not counted.
 *
 * @param parameter the name of the output parameter
 * @param models the number of such elements by model, as an index in {@link MergePlan#models()};
 *     models without any are missing
 * @param outOfRange the number of finite results that the output's type cannot represent: they
 *     became infinite, or NaN in {@code F8_E4M3}
 * @param output the number of such elements in the output, including those out of range
 * @since 0.1
 */
public record NonFiniteValues(
        String parameter, SortedMap<Integer, Long> models, long outOfRange, long output) {

    public NonFiniteValues {
        requireNonNull(parameter, "parameter");
        models = Collections.unmodifiableSortedMap(new TreeMap<>(models));
    }
}
