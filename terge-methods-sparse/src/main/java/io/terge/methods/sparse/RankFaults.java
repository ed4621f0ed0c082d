package io.terge.methods.sparse;

import io.terge.spi.method.MergeInput;

import java.math.BigDecimal;
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
        if (density <= 0 || density >= 1) {
            return Stream.empty();
        }
        // Of numbers as they are written: in binary, 0.1 - 0.15 is -0.04999999999999999.
        BigDecimal kept = BigDecimal.valueOf(density);
        BigDecimal epsilon = BigDecimal.valueOf(input.options().number(SparseOptions.EPSILON));
        BigDecimal least = kept.subtract(epsilon);
        BigDecimal most = kept.add(epsilon);
        return least.signum() >= 0 && most.compareTo(BigDecimal.ONE) <= 0
                ? Stream.empty()
                : Stream.of(
                        "density - epsilon and density + epsilon must be from 0 to 1, but are %s and %s for model %d"
                                .formatted(written(least), written(most), input.model()));
    }

    private static String written(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
