package io.terge.api;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How every merged parameter came about. Parameters that are copied are not in it.
 *
 * @param terge the version of terge that merged
 * @param models the models, in the order of the request
 * @param base the base: one of the models or another
 * @param seed what random methods drew from
 * @param surveys what methods found out about the whole model
 * @param parameters the merged parameters by name
 * @since 0.1
 */
public record Lineage(
        String terge,
        List<ModelUse> models,
        ModelUse base,
        long seed,
        List<Survey> surveys,
        SortedMap<String, ParameterLineage> parameters) {

    public Lineage {
        requireNonNull(terge, "terge");
        models = List.copyOf(models);
        requireNonNull(base, "base");
        surveys = List.copyOf(surveys);
        parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
    }

    /**
     * What a method found out about the whole model before it merged.
     *
     * @param method the method's name
     * @param options the values of the method's options, by name
     * @param found what it found, in its own words
     * @param notes what it had to say
     */
    public record Survey(
            String method, SortedMap<String, String> options, String found, List<String> notes) {

        public Survey {
            requireNonNull(method, "method");
            options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
            requireNonNull(found, "found");
            notes = List.copyOf(notes);
        }
    }

    /**
     * How one parameter came about.
     *
     * @param method the method's name
     * @param options the values of the method's options, but for those per model, by name
     * @param baseCoefficient what the base was multiplied by; empty where the result is no linear
     *     combination with the base
     * @param contributions what each model gave, in the order of the request
     * @param notes what the method had to say
     */
    public record ParameterLineage(
            String method,
            SortedMap<String, String> options,
            OptionalDouble baseCoefficient,
            List<Contribution> contributions,
            List<String> notes) {

        public ParameterLineage {
            requireNonNull(method, "method");
            options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
            requireNonNull(baseCoefficient, "baseCoefficient");
            contributions = List.copyOf(contributions);
            notes = List.copyOf(notes);
        }
    }

    /**
     * What one model gave to a parameter.
     *
     * @param model the model's place in the request, from 0
     * @param weight its weight: a share of 1 where the method's weights are relative
     * @param coefficient what its numbers were multiplied by; empty where the result is no linear
     *     combination
     * @param options the values of the method's options per model, by name
     */
    public record Contribution(
            int model,
            double weight,
            OptionalDouble coefficient,
            SortedMap<String, String> options) {

        public Contribution {
            requireNonNull(coefficient, "coefficient");
            options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
        }
    }
}
