package io.terge.methods.arithmetic;

import io.terge.spi.method.MergeInput;
import io.terge.testkit.MergeCase;

import java.util.Arrays;
import java.util.List;

/**
 * The geometric median as Vardi and Zhang find it (The multivariate L1-median and associated data
 * depth, 2000): Weiszfeld's iteration on the points themselves, which can leave a model that is not
 * the median. Each step goes on as long as the sum of distances falls.
 */
final class SlowMedian {

    private static final int ITERATIONS = 5_000;

    private final List<double[]> models;
    private final double[] weights;

    private SlowMedian(List<double[]> models, double[] weights) {
        this.models = models;
        this.weights = weights;
    }

    static double[] of(MergeCase example) {
        double[] weights = example.inputs().stream().mapToDouble(MergeInput::weight).toArray();
        return new SlowMedian(example.numbers(), weights).search();
    }

    private double[] search() {
        double[] at = models.getFirst();
        for (double[] model : models) {
            at = sum(model) < sum(at) ? model : at;
        }
        for (int i = 0; i < ITERATIONS; i++) {
            double[] step = step(at);
            double length = length(at, step);
            double change = length * distance(step, new double[at.length]);
            at = moved(at, length, step);
            if (change <= 3e-16 * distance(at, new double[at.length])) {
                break;
            }
        }
        return at;
    }

    /** Where the slope along a step is 0. */
    private double length(double[] at, double[] step) {
        double low = 1;
        double high = 2;
        while (high < 1e9 && slope(moved(at, high, step), step) < 0) {
            low = high;
            high *= 2;
        }
        for (int i = 0; i < 30; i++) {
            double middle = (low + high) / 2;
            if (slope(moved(at, middle, step), step) < 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private double slope(double[] at, double[] step) {
        double slope = 0;
        for (int i = 0; i < weights.length; i++) {
            double product = 0;
            for (int e = 0; e < at.length; e++) {
                product += (at[e] - models.get(i)[e]) * step[e];
            }
            slope += weights[i] * product / distance(at, models.get(i));
        }
        return slope;
    }

    private static double[] moved(double[] at, double length, double[] step) {
        double[] moved = new double[at.length];
        Arrays.setAll(moved, e -> at[e] + length * step[e]);
        return moved;
    }

    private double sum(double[] at) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * distance(at, models.get(i));
        }
        return sum;
    }

    private double[] step(double[] at) {
        double[] step = new double[at.length];
        double all = 0;
        double here = 0;
        for (int i = 0; i < weights.length; i++) {
            double distance = distance(at, models.get(i));
            if (distance == 0) {
                here += weights[i];
                continue;
            }
            all += weights[i] / distance;
            for (int e = 0; e < at.length; e++) {
                step[e] += weights[i] / distance * (models.get(i)[e] - at[e]);
            }
        }
        double pull = distance(step, new double[at.length]);
        double share = pull > here ? (1 - here / pull) / all : 0;
        Arrays.setAll(step, e -> share * step[e]);
        return step;
    }

    private static double distance(double[] one, double[] other) {
        double distance = 0;
        for (int e = 0; e < one.length; e++) {
            distance += (one[e] - other[e]) * (one[e] - other[e]);
        }
        return Math.sqrt(distance);
    }
}
