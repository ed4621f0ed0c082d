package io.terge.api;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How each merged parameter was computed. Copied parameters are not included.
 *
 * @param terge the version of terge that merged
 * @param models the models, in the order of the request
 * @param base the base: one of the models or another
 * @param seed the seed of methods that use random numbers
 * @param surveys the results of methods that surveyed the whole model
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
     * The result of a method's survey of the whole model.
     *
     * @param method the method's name
     * @param options the values of the method's options, by name
     * @param found the result, as text from the method
     * @param notes notes from the method
     */
    public record Survey(
            String method, SortedMap<String, String> options, String found, List<String> notes) {

        public Survey {
            requireNonNull(method, "method");
            options = SortedCopy.of(options);
            requireNonNull(found, "found");
            notes = List.copyOf(notes);
        }
    }

    /**
     * How one parameter was computed.
     *
     * @param method the method's name
     * @param options the values of the method's options by name, except those per model
     * @param baseCoefficient the coefficient of the base; empty unless the output was a linear
     *     combination that includes the base
     * @param contributions the models it was merged from, in the order of the request
     * @param notes notes from the method
     */
    public record ParameterLineage(
            String method,
            SortedMap<String, String> options,
            OptionalDouble baseCoefficient,
            List<Contribution> contributions,
            List<String> notes) {

        public ParameterLineage {
            requireNonNull(method, "method");
            options = SortedCopy.of(options);
            requireNonNull(baseCoefficient, "baseCoefficient");
            contributions = List.copyOf(contributions);
            notes = List.copyOf(notes);
        }
    }

    /**
     * What one model contributed to a parameter.
     *
     * @param model the model's place in the request, from 0
     * @param weight its weight; normalised to a sum of 1 if the method's weights are relative
     * @param coefficient its coefficient; empty unless the output was a linear combination
     * @param options the values of the method's per-model options, by name
     */
    public record Contribution(
            int model,
            double weight,
            OptionalDouble coefficient,
            SortedMap<String, String> options) {

        public Contribution {
            requireNonNull(coefficient, "coefficient");
            options = SortedCopy.of(options);
        }
    }
}
