package io.terge.benchmarks.check;

import io.terge.benchmarks.checkpoint.StoredWeights;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Whether all outputs say about the same as the first that was checked: samples of elements of each
 * parameter are as near as two programs come that round in their own ways. Programs that compute in
 * {@code float} may decide otherwise than terge at a threshold, so a few elements may differ.
 */
public final class NearEachOther implements OutputCheck {

    private static final int SAMPLE = 256;
    private static final double NEAR = 0x1p-7;
    private static final double NEAR_ZERO = 1e-7;
    private static final double LEAST_SHARE = 0.99;

    private final List<Double> first = new ArrayList<>();

    @Override
    public void check(Path output) throws IOException {
        List<Double> samples = samples(output);
        if (first.isEmpty()) {
            first.addAll(samples);
            return;
        }
        long near = 0;
        for (int i = 0; i < samples.size() && i < first.size(); i++) {
            if (isNear(samples.get(i), first.get(i))) {
                near++;
            }
        }
        if (samples.size() != first.size() || near < LEAST_SHARE * first.size()) {
            throw new WrongOutputException(
                    "Only %d of %d elements are near those of the first output"
                            .formatted(near, first.size()));
        }
    }

    private static boolean isNear(double one, double other) {
        return Math.abs(one - other) <= NEAR * Math.abs(other) + NEAR_ZERO;
    }

    private static List<Double> samples(Path output) throws IOException {
        List<Double> all = new ArrayList<>();
        try (StoredWeights weights = StoredWeights.open(output)) {
            for (String name : weights.names().stream().sorted().toList()) {
                SplittableRandom random = new SplittableRandom(name.hashCode());
                for (int i = 0; i < SAMPLE; i++) {
                    long index = random.nextLong(weights.elements(name));
                    all.add(weights.type(name).value(weights.bits(name, index)));
                }
            }
        }
        return all;
    }
}
