package io.terge.benchmarks.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.stream.DoubleStream;

/**
 * An axis from zero.
 *
 * @param step the distance between ticks
 * @param steps how many of them
 */
record Axis(double step, int steps) {

    private static final int FEWEST = 4;
    private static final MathContext DIGITS = new MathContext(6);

    /** An axis with room for a number, and ticks at round numbers. */
    static Axis upTo(double most) {
        double top = most > 0 ? most : 1;
        double power = Math.pow(10, Math.floor(Math.log10(top)));
        double step = power;
        for (double part : new double[] {0.5, 0.25, 0.2, 0.1}) {
            if (top / step < FEWEST) {
                step = power * part;
            }
        }
        return new Axis(step, (int) Math.ceil(top / step - 1e-9));
    }

    double[] ticks() {
        return DoubleStream.iterate(0, i -> i <= steps, i -> i + 1).map(i -> i * step).toArray();
    }

    /** Where a number is between the places of zero and of the last tick. */
    double place(double value, double zero, double last) {
        return zero + value / (step * steps) * (last - zero);
    }

    static String label(double tick) {
        return new BigDecimal(tick, DIGITS).stripTrailingZeros().toPlainString();
    }
}
