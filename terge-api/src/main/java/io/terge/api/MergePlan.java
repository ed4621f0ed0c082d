package io.terge.api;

import static java.util.Objects.requireNonNull;

import io.terge.error.Problem;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The decision for every parameter of the output, made from headers alone. Immutable; running it
 * needs nothing of the request.
 *
 * @param models the models that are merged, in the order of the request
 * @param base the model whose parameters the output has: one of the models or another
 * @param output where the result goes; empty if the request named no place
 * @param parameters what is done to each parameter, in the base's order
 * @param warnings what the caller should know
 * @param memoryBytes the most memory, on the heap and off it, that running this plan takes for
 *     weights; what a method makes for itself does not count
 * @since 0.1
 */
public record MergePlan(
        List<ModelUse> models,
        ModelUse base,
        Optional<OutputPlan> output,
        List<ParameterPlan> parameters,
        List<Problem> warnings,
        long memoryBytes) {

    /** Copies the lists. */
    public MergePlan {
        models = List.copyOf(models);
        requireNonNull(base, "base");
        requireNonNull(output, "output");
        parameters = List.copyOf(parameters);
        warnings = List.copyOf(warnings);
    }

    /** The parameters that are merged. */
    public Stream<ParameterPlan.Merge> merged() {
        return parameters.stream()
                .filter(ParameterPlan.Merge.class::isInstance)
                .map(ParameterPlan.Merge.class::cast);
    }

    /** How many bytes of weights are read. */
    public long bytesRead() {
        return parameters.stream().mapToLong(ParameterPlan::bytesRead).sum();
    }

    /** How many bytes of weights are written. */
    public long bytesWritten() {
        return parameters.stream().mapToLong(plan -> plan.output().byteSize()).sum();
    }
}
