package io.terge.examples;

import io.terge.spi.ElementwiseMethod;

public final class MaxMagnitude extends ElementwiseMethod {
    public MaxMagnitude() {
        super(
                "max-magnitude",
                (values, weights) -> {
                    double best = 0;
                    for (double value : values) {
                        best = Math.abs(value) > Math.abs(best) ? value : best;
                    }
                    return best;
                });
    }
}
