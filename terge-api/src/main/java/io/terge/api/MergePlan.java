package io.terge.api;

import static java.util.Objects.requireNonNull;

import io.terge.error.Problem;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The decision for every parameter of the output, made from headers alone. Immutable and complete:
 * running it needs nothing of the request, in this process or in another.
 *
 * @param terge the version of terge that made it
 * @param models the models that are read: those of the request in order, then a base that is not
 *     one of them
 * @param base the place of the base in {@code models}: what is not merged is its, and so are the
 *     output's companions
 * @param output where the result goes; empty if the request named none
 * @param parameters what is done to each parameter, in the output's order
 * @param seed what random methods draw from
 * @param plugins the plugins that running it needs
 * @param warnings what the caller should know
 * @param memoryBytes the most memory, on the heap and off it, that running this plan takes for
 *     weights; what a method makes for itself does not count
 * @since 0.1
 */
public record MergePlan(
        String terge,
        List<ModelUse> models,
        int base,
        Optional<OutputPlan> output,
        List<ParameterPlan> parameters,
        long seed,
        List<PluginUse> plugins,
        List<Problem> warnings,
        long memoryBytes) {

    /**
     * Copies the lists.
     *
     * @throws IndexOutOfBoundsException if the base is none of the models
     */
    public MergePlan {
        requireNonNull(terge, "terge");
        models = List.copyOf(models);
        Objects.checkIndex(base, models.size());
        requireNonNull(output, "output");
        parameters = List.copyOf(parameters);
        plugins = List.copyOf(plugins);
        warnings = List.copyOf(warnings);
    }

    /**
     * Checks that its pieces fit together: operands are of its models and make what is written.
     * Plans of a merger do; it is for plans from elsewhere, and all are checked before they run.
     *
     * @throws IllegalArgumentException if they do not; the message names the parameter
     */
    public void requireSound() {
        PlanCheck.of(this).run();
    }

    /** The base. */
    public ModelUse baseModel() {
        return models.get(base);
    }

    /** The parameters that are merged. */
    public Stream<ParameterPlan> merged() {
        return parameters.stream().filter(plan -> plan.action() instanceof Action.Merge);
    }

    /** How many bytes of weights are read. */
    public long bytesRead() {
        return parameters.stream().mapToLong(ParameterPlan::bytesRead).sum();
    }

    /** How many bytes of weights are written. */
    public long bytesWritten() {
        return parameters.stream().mapToLong(ParameterPlan::bytesWritten).sum();
    }
}
