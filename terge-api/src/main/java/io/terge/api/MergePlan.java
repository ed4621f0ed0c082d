package io.terge.api;

import static java.util.Objects.requireNonNull;

import io.terge.error.Problem;
import io.terge.model.RecipeText;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The decision for every parameter of the output, made from headers only. Immutable and complete:
 * it can be run without the request, in this process or in another.
 *
 * @param terge the version of terge that made it
 * @param models the models that are read: those of the request in order, then a base that is not
 *     one of them
 * @param base the index of the base in {@code models}; parameters that are not merged and the
 *     output's companions are copied from it
 * @param adapterSettings the settings of adapters for all models, by name
 * @param output where the output goes; empty if the request has none
 * @param parameters the decision for each parameter, in the output's order
 * @param omissions the parameters that are not merged, or not from all models, by cause
 * @param seed the seed of methods that use random numbers
 * @param plugins the plugins needed to run it
 * @param warnings problems that do not prevent the merge
 * @param memoryBytes the maximum memory for tensor data, on and off the heap, that running the plan
 *     takes, in bytes; memory that methods allocate themselves is not counted
 * @param stages merges whose outputs are models of later ones, in order
 * @param layerPattern how names number layers; empty for the first part that is a number
 * @param recipe what the merge was made from, if it is known
 * @since 0.1
 */
public record MergePlan(
        String terge,
        List<ModelUse> models,
        int base,
        SortedMap<String, String> adapterSettings,
        Optional<OutputPlan> output,
        List<ParameterPlan> parameters,
        List<Omission> omissions,
        long seed,
        List<PluginUse> plugins,
        List<Problem> warnings,
        long memoryBytes,
        List<StagePlan> stages,
        Optional<LayerPattern> layerPattern,
        Optional<RecipeText> recipe) {

    /**
     * @throws IndexOutOfBoundsException if {@code base} is not an index of {@code models}
     */
    public MergePlan {
        requireNonNull(terge, "terge");
        models = List.copyOf(models);
        Objects.checkIndex(base, models.size());
        adapterSettings = Collections.unmodifiableSortedMap(new TreeMap<>(adapterSettings));
        requireNonNull(output, "output");
        parameters = List.copyOf(parameters);
        omissions = List.copyOf(omissions);
        plugins = List.copyOf(plugins);
        warnings = List.copyOf(warnings);
        stages = List.copyOf(stages);
        requireNonNull(layerPattern, "layerPattern");
        requireNonNull(recipe, "recipe");
    }

    /** A plan without stages. */
    public MergePlan(
            String terge,
            List<ModelUse> models,
            int base,
            SortedMap<String, String> adapterSettings,
            Optional<OutputPlan> output,
            List<ParameterPlan> parameters,
            List<Omission> omissions,
            long seed,
            List<PluginUse> plugins,
            List<Problem> warnings,
            long memoryBytes) {
        this(
                terge,
                models,
                base,
                adapterSettings,
                output,
                parameters,
                omissions,
                seed,
                plugins,
                warnings,
                memoryBytes,
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    /** Returns this plan with permission to replace a model that already exists at its output. */
    public MergePlan withOverwriting() {
        return with(
                output.map(OutputPlan::withOverwriting),
                stages.stream()
                        .map(
                                stage ->
                                        new StagePlan(
                                                stage.name(),
                                                stage.plan().withOverwriting(),
                                                stage.dtype()))
                        .toList());
    }

    private MergePlan with(Optional<OutputPlan> target, List<StagePlan> others) {
        return new MergePlan(
                terge,
                models,
                base,
                adapterSettings,
                target,
                parameters,
                omissions,
                seed,
                plugins,
                warnings,
                memoryBytes,
                others,
                layerPattern,
                recipe);
    }

    /**
     * Checks that this plan is consistent: its operands belong to its models and produce the
     * output's parameters. Plans made by a merger are; plans from other sources may not be. Every
     * plan is checked before it runs.
     *
     * @throws IllegalArgumentException if it is not; the message names the parameter
     */
    public void requireSound() {
        PlanCheck.of(this).run();
    }

    /**
     * Checks that the plan has no warnings.
     *
     * @throws MergeRejectedException with all warnings, if it has any
     */
    public void requireNoWarnings() {
        if (!warnings.isEmpty()) {
            throw new MergeRejectedException("The plan has warnings, and is strict", warnings);
        }
    }

    /** The base. */
    public ModelUse baseModel() {
        return models.get(base);
    }

    /** The parameters that are merged. */
    public Stream<ParameterPlan> merged() {
        return parameters.stream().filter(plan -> plan.action() instanceof Action.Merge);
    }

    /** The number of parameters that are copied; tied ones are not counted. */
    public long copied() {
        return parameters.stream().filter(plan -> plan.action() instanceof Action.Copy).count();
    }

    /** The number of parameters that are another one under a second name. */
    public long tied() {
        return parameters.stream().filter(plan -> plan.action() instanceof Action.Tied).count();
    }

    /** The number of bytes of weights that are read if every method takes one pass. */
    public long bytesReadOnce() {
        return Stream.concat(
                        parameters.stream(),
                        stages.stream().flatMap(stage -> stage.plan().parameters().stream()))
                .mapToLong(parameter -> parameter.action().bytesReadOnce())
                .sum();
    }

    /** The number of bytes of weights that are read over all passes and stages, at most. */
    public long bytesRead() {
        return parameters.stream().mapToLong(ParameterPlan::bytesRead).sum()
                + stages.stream().mapToLong(StagePlan::bytesRead).sum();
    }

    /** The number of bytes of weights that are written. */
    public long bytesWritten() {
        return parameters.stream().mapToLong(ParameterPlan::bytesWritten).sum();
    }
}
