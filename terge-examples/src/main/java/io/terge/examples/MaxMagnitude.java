// tag::readme
package io.terge.examples;

import io.terge.spi.ElementwiseMethod;

public final class MaxMagnitude extends ElementwiseMethod {
    public MaxMagnitude() {
        super("max-magnitude", MaxMagnitude::farthestFromZero);
    }

    private static double farthestFromZero(double[] values, double[] weights) {
        double best = values[0];
        for (double value : values) {
            best = Math.abs(value) > Math.abs(best) ? value : best;
        }
        return best;
    }
}
// end::readme
