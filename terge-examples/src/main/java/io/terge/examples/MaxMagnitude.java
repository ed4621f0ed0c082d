// tag::readme
package io.terge.examples;

import io.terge.spi.method.ElementwiseMethod;

import java.util.Arrays;

public final class MaxMagnitude extends ElementwiseMethod {
    public MaxMagnitude() {
        super("max-magnitude", (values, weights) -> farthestFromZero(values));
    }

    private static double farthestFromZero(double[] values) {
        return Arrays.stream(values).reduce(0, (a, b) -> Math.abs(b) > Math.abs(a) ? b : a);
    }
}
// end::readme
