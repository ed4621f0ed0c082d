package io.terge.benchmarks.check;

import io.terge.benchmarks.checkpoint.StoredWeights;
import io.terge.benchmarks.checkpoint.WeightType;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Whether a sample of elements of each parameter is the weighted mean: a plain loop in double,
 * rounded once.
 *
 * @param models the models
 * @param weights one weight for each
 * @param exact whether the bits have to be the same, or the numbers near
 */
public record MeanCheck(List<Path> models, List<Integer> weights, boolean exact)
        implements OutputCheck {

    private static final int SAMPLE = 64;
    private static final int MOST_SAMPLES = 1 << 20; // Of all parameters.
    // One step of the coarsest type, and what sums in float lose where models cancel out.
    private static final double NEAR = 0x1p-7;
    private static final double NEAR_ZERO = 1e-7;

    @Override
    public void check(Path output) throws IOException {
        List<StoredWeights> inputs = new ArrayList<>();
        try (StoredWeights merged = StoredWeights.open(output)) {
            for (Path model : models) {
                inputs.add(StoredWeights.open(model));
            }
            if (!merged.names().equals(inputs.getFirst().names())) {
                throw new WrongOutputException("The output has other parameters than the models");
            }
            int sample = Math.clamp(MOST_SAMPLES / Math.max(1, merged.names().size()), 1, SAMPLE);
            for (String name : merged.names()) {
                check(name, sample, merged, inputs);
            }
        } finally {
            for (StoredWeights input : inputs) {
                input.close();
            }
        }
    }

    private void check(String name, int sample, StoredWeights merged, List<StoredWeights> inputs)
            throws IOException {
        WeightType type = merged.type(name);
        SplittableRandom random = new SplittableRandom(name.hashCode());
        for (int i = 0; i < sample; i++) {
            long index = random.nextLong(merged.elements(name));
            double mean = mean(name, index, inputs);
            int bits = merged.bits(name, index);
            boolean right =
                    exact
                            ? bits == type.nearestBits(mean)
                            : Math.abs(type.value(bits) - mean)
                                    <= NEAR * Math.abs(mean) + NEAR_ZERO;
            if (!right) {
                throw new WrongOutputException(
                        "%s[%d] is %s, but the mean is %s"
                                .formatted(name, index, type.value(bits), mean));
            }
        }
    }

    private double mean(String name, long index, List<StoredWeights> inputs) throws IOException {
        double all = weights.stream().mapToDouble(Integer::doubleValue).sum();
        double sum = 0;
        for (int i = 0; i < inputs.size(); i++) {
            double value = inputs.get(i).type(name).value(inputs.get(i).bits(name, index));
            sum += weights.get(i) / all * value;
        }
        return sum;
    }
}
