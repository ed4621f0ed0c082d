package io.terge.engine.cost;

import io.terge.api.ParameterPlan;
import io.terge.error.Problem;
import io.terge.error.TergeCode;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * That a merge cannot run in the memory that it may take.
 *
 * @param settings tell what parameters need
 */
public record MemoryProblem(ExecutionSettings settings) {

    /** The problem of a need that is not met, if it is not. */
    public Optional<Problem> of(MemoryUse need, List<ParameterPlan> parameters) {
        if (need.isPossible() && need.least() <= need.limit()) {
            return Optional.empty();
        }
        if (need.headers() > need.limit() / 2) {
            return Optional.of(
                    tooLittle(
                            need,
                            "headers: %s for %d parameters"
                                    .formatted(
                                            MemorySize.atLeast(need.headers()),
                                            parameters.size())));
        }
        String largest =
                parameters.stream()
                        .max(Comparator.comparingLong(this::least))
                        .map(one -> one.output().toString())
                        .orElseThrow();
        return Optional.of(
                need.isPossible()
                        ? tooLittle(need, "largest parameter: " + largest)
                        : tooLong(largest));
    }

    private long least(ParameterPlan one) {
        List<ParameterPlan> alone = List.of(one);
        return settings.fitting(alone).memory().least();
    }

    private static Problem tooLittle(MemoryUse need, String note) {
        String least = MemorySize.atLeast(need.least());
        return Problem.of(
                        TergeCode.NOT_ENOUGH_MEMORY,
                        "The merge needs %s of memory, but the limit is %s"
                                .formatted(least, MemorySize.atMost(need.limit())))
                .note(note)
                .fix(
                        "allow at least %s (--max-memory, in Java TergeBuilder.maxMemory(...)), or exclude these parameters (--exclude, in Java .exclude(...))"
                                .formatted(least));
    }

    private static Problem tooLong(String largest) {
        return Problem.of(
                        TergeCode.NOT_ENOUGH_MEMORY,
                        "The method needs whole rows or tensors, and %s exceeds Java's maximum array length"
                                .formatted(largest))
                .fix(
                        "exclude these parameters (--exclude, in Java .exclude(...)), or use"
                                + " another method (--method, in Java .method(...))");
    }
}
