package io.terge.api;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How every merged parameter came about. Parameters that are the base's are not in it.
 *
 * @param terge the version of terge that merged
 * @param models the models, in the order of the request
 * @param base the base: one of the models or another
 * @param parameters the merged parameters by name
 * @since 0.1
 */
public record Lineage(
        String terge,
        List<ModelUse> models,
        ModelUse base,
        SortedMap<String, ParameterLineage> parameters) {

    /** Copies the collections. */
    public Lineage {
        requireNonNull(terge, "terge");
        models = List.copyOf(models);
        requireNonNull(base, "base");
        parameters = Collections.unmodifiableSortedMap(new TreeMap<>(Map.copyOf(parameters)));
    }

    /**
     * How one parameter came about.
     *
     * @param method the method's name
     * @param options the values of the method's options, by name
     * @param contributions what each model gave, in the order of the request
     */
    public record ParameterLineage(
            String method, SortedMap<String, String> options, List<Contribution> contributions) {

        /** Copies the collections. */
        public ParameterLineage {
            requireNonNull(method, "method");
            options = Collections.unmodifiableSortedMap(new TreeMap<>(Map.copyOf(options)));
            contributions = List.copyOf(contributions);
        }
    }

    /**
     * What one model gave to a parameter.
     *
     * @param model the model's place in the request, from 0
     * @param weight its weight: a share of 1 where the method's weights are relative
     */
    public record Contribution(int model, double weight) {}
}
