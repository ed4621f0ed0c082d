package io.terge.api;

import static java.util.Objects.requireNonNull;

import io.terge.model.RecipeText;
import io.terge.tensor.DType;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How each parameter of a merged model was computed.
 *
 * @param terge the version of terge that merged
 * @param models the models, in the order of the request
 * @param base the base: one of the models or another
 * @param seed the seed of methods that use random numbers
 * @param plugins the plugins that were used, with their versions
 * @param surveys the results of methods that surveyed the whole model
 * @param parameters the merged parameters by name
 * @param copied the copied parameters by name
 * @param tied parameters that are another one under a second name: the other's name by their own
 * @param omissions the parameters that were not merged, or not from all models, by cause
 * @param stages the lineages of the merges whose outputs were models of later ones, in order
 * @param recipe what the merge was made from, if it is known
 * @since 0.1
 */
public record Lineage(
        String terge,
        List<ModelUse> models,
        ModelUse base,
        long seed,
        List<PluginUse> plugins,
        List<Survey> surveys,
        SortedMap<String, ParameterLineage> parameters,
        SortedMap<String, CopiedLineage> copied,
        SortedMap<String, String> tied,
        List<Omission> omissions,
        List<Stage> stages,
        Optional<RecipeText> recipe) {

    public Lineage {
        requireNonNull(terge, "terge");
        models = List.copyOf(models);
        requireNonNull(base, "base");
        plugins = List.copyOf(plugins);
        surveys = List.copyOf(surveys);
        parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
        copied = Collections.unmodifiableSortedMap(new TreeMap<>(copied));
        tied = Collections.unmodifiableSortedMap(new TreeMap<>(tied));
        omissions = List.copyOf(omissions);
        stages = List.copyOf(stages);
        requireNonNull(recipe, "recipe");
    }

    /** A lineage without stages, of a merge of which no recipe is known. */
    public Lineage(
            String terge,
            List<ModelUse> models,
            ModelUse base,
            long seed,
            List<PluginUse> plugins,
            List<Survey> surveys,
            SortedMap<String, ParameterLineage> parameters,
            SortedMap<String, CopiedLineage> copied,
            SortedMap<String, String> tied,
            List<Omission> omissions) {
        this(
                terge,
                models,
                base,
                seed,
                plugins,
                surveys,
                parameters,
                copied,
                tied,
                omissions,
                List.of(),
                Optional.empty());
    }

    /**
     * A merge whose output was a model of a later one.
     *
     * @param name its name; the model {@code stage:name} is its output
     * @param lineage how its parameters were computed
     */
    public record Stage(String name, Lineage lineage) {
        public Stage {
            requireNonNull(name, "name");
            requireNonNull(lineage, "lineage");
        }
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
     * @param dtype its type in the output; empty in lineages of early versions
     * @param method the method's name
     * @param options the values of the method's options by name, except those per model
     * @param baseCoefficient the coefficient of the base; empty unless the output was a linear
     *     combination that includes the base
     * @param contributions the models it was merged from, in the order of the request
     * @param notes notes from the method
     */
    public record ParameterLineage(
            Optional<DType> dtype,
            String method,
            SortedMap<String, String> options,
            OptionalDouble baseCoefficient,
            List<Contribution> contributions,
            List<String> notes) {

        public ParameterLineage {
            requireNonNull(dtype, "dtype");
            requireNonNull(method, "method");
            options = SortedCopy.of(options);
            requireNonNull(baseCoefficient, "baseCoefficient");
            contributions = List.copyOf(contributions);
            notes = List.copyOf(notes);
        }
    }

    /**
     * Where a copied parameter came from.
     *
     * @param dtype its type in the output
     * @param model the model's place in the request, from 0; empty for a base that is not one of
     *     the models
     * @param name its name in the model
     * @param reason why it was not merged
     */
    public record CopiedLineage(DType dtype, OptionalInt model, String name, Action.Reason reason) {

        public CopiedLineage {
            requireNonNull(dtype, "dtype");
            requireNonNull(model, "model");
            requireNonNull(name, "name");
            requireNonNull(reason, "reason");
        }
    }

    /**
     * What one model contributed to a parameter.
     *
     * @param model the model's place in the request, from 0
     * @param weight its weight; normalised to a sum of 1 unless the method's weights are absolute
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
