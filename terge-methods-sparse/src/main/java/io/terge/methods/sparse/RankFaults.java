package io.terge.methods.sparse;

import io.terge.spi.method.MergeInput;

import java.util.List;
import java.util.stream.Stream;

/** What is wrong with densities and epsilons: probabilities must be from 0 to 1. */
final class RankFaults {

    private RankFaults() {}

    static List<String> of(List<MergeInput> inputs) {
        return inputs.stream().flatMap(RankFaults::of).toList();
    }

    private static Stream<String> of(MergeInput input) {
        double density = input.options().number(SparseOptions.DENSITY);
        double epsilon = input.options().number(SparseOptions.EPSILON);
        if (density <= 0 || density >= 1 || (density - epsilon >= 0 && density + epsilon <= 1)) {
            return Stream.empty();
        }
        return Stream.of(
                "density - epsilon and density + epsilon must be from 0 to 1, but are %s and %s for model %d"
                        .formatted(density - epsilon, density + epsilon, input.model()));
    }
}
