package io.terge.engine.plan;

import io.terge.api.ParameterPlan;
import io.terge.error.ErrorCode;
import io.terge.error.Problem;

import java.util.Comparator;
import java.util.List;

/**
 * That a merge cannot run in the memory that it may take.
 *
 * @param memory tells what parameters need
 */
record MemoryProblem(MemoryEstimate memory) {

    /** The problem, of a need that is not met. */
    Problem of(MemoryNeed need, List<ParameterPlan> parameters) {
        String largest =
                parameters.stream()
                        .max(Comparator.comparingLong(one -> memory.of(List.of(one)).least()))
                        .map(one -> one.output().toString())
                        .orElseThrow();
        return need.isPossible() ? tooLittle(need, largest) : tooLong(largest);
    }

    private static Problem tooLittle(MemoryNeed need, String largest) {
        String least = MemorySize.atLeast(need.least());
        return Problem.of(
                        ErrorCode.NOT_ENOUGH_MEMORY,
                        "The merge needs %s of memory, but may take no more than %s"
                                .formatted(least, MemorySize.atMost(need.limit())))
                .note("the most is needed for: " + largest)
                .fix("allow %s of memory or more, or exclude such parameters".formatted(least));
    }

    private static Problem tooLong(String largest) {
        return Problem.of(
                        ErrorCode.NOT_ENOUGH_MEMORY,
                        "The method takes whole rows or tensors, and no array is long enough for "
                                + largest)
                .fix("exclude such parameters, or merge them by another method");
    }
}
