package io.terge.methods.arithmetic;

import java.util.Arrays;

/**
 * The search for the point with the smallest weighted sum of distances to given points. As these
 * are as many as there are models, each step takes little time.
 */
final class MedianSearch {

    // The weights have a sum of 1.
    private static final double ROUNDING = 16 * 0x1p-53;
    private static final int HALVINGS = 60;

    private final double[][] points;
    private final double[] weights;

    /**
     * @param points different points, as the rows of a matrix
     * @param weights their weights, above 0, with a sum of 1
     */
    MedianSearch(double[][] points, double[] weights) {
        this.points = points;
        this.weights = weights;
    }

    /**
     * Whether a given point has the smallest sum: the others, each of which draws it to itself with
     * its weight, do not outweigh it (Vardi and Zhang, 2000).
     */
    boolean isLeast(int point) {
        return SmallVectors.norm(slope(points[point])) <= weights[point] + ROUNDING;
    }

    /**
     * Returns the coefficients of the point with the smallest sum, which is none of the given ones.
     *
     * @param near the given point with the smallest sum
     * @param steps the maximum number of steps
     * @param precision the length of a step after which the search ends, as a fraction of the
     *     distance to the nearest given point
     */
    Found from(int near, int steps, double precision) {
        double[] at = away(near);
        for (int i = 0; i < steps; i++) {
            int reached = reached(at);
            if (reached >= 0) {
                at = away(reached);
                continue;
            }
            double[] slope = slope(at);
            if (SmallVectors.norm(slope) <= ROUNDING) {
                return new Found(coefficients(at), true);
            }
            double[] step = Curvature.of(points, weights, at).step(slope);
            boolean isLast = SmallVectors.norm(step) <= precision * nearest(at);
            at = SmallVectors.sum(at, length(at, step, slope), step);
            if (isLast) {
                return new Found(coefficients(at), true);
            }
        }
        return new Found(coefficients(at), false);
    }

    /**
     * What the search has found.
     *
     * @param coefficients those of the points
     * @param isExact whether the search has ended, instead of running out of steps
     */
    record Found(double[] coefficients, boolean isExact) {}

    /** Leaves a given point in the direction in which the sum of distances falls. */
    private double[] away(int point) {
        double[] mean = new double[points.length];
        double all = 0;
        for (int i = 0; i < points.length; i++) {
            if (i != point) {
                double share = weights[i] / SmallVectors.distance(points[i], points[point]);
                mean =
                        SmallVectors.sum(
                                mean, share, SmallVectors.difference(points[i], points[point]));
                all += share;
            }
        }
        double pull = SmallVectors.norm(slope(points[point]));
        double fraction = Math.max(ROUNDING, 1 - weights[point] / pull);
        return SmallVectors.sum(points[point], fraction / all, mean);
    }

    /** The gradient of the sum of distances, without what a point at no distance adds. */
    private double[] slope(double[] at) {
        double[] slope = new double[at.length];
        for (int i = 0; i < points.length; i++) {
            double distance = SmallVectors.distance(at, points[i]);
            if (distance > 0) {
                slope =
                        SmallVectors.sum(
                                slope,
                                weights[i] / distance,
                                SmallVectors.difference(at, points[i]));
            }
        }
        return slope;
    }

    /** How much of a step to go: not beyond where the sum of distances rises again. */
    private double length(double[] at, double[] step, double[] slope) {
        double fall = -SmallVectors.product(slope, step);
        double length = 1;
        for (int i = 0; i < HALVINGS; i++) {
            double rise = SmallVectors.product(slope(SmallVectors.sum(at, length, step)), step);
            if (rise <= fall / 2) {
                break;
            }
            length /= 2;
        }
        return length;
    }

    private int reached(double[] at) {
        for (int i = 0; i < points.length; i++) {
            if (SmallVectors.distance(at, points[i]) == 0) {
                return i;
            }
        }
        return -1;
    }

    private double nearest(double[] at) {
        return Arrays.stream(points)
                .mapToDouble(point -> SmallVectors.distance(at, point))
                .min()
                .orElse(0);
    }

    /** At the point with the smallest sum, it is the mean by weights divided by distances. */
    private double[] coefficients(double[] at) {
        double[] coefficients = new double[points.length];
        int reached = reached(at);
        if (reached >= 0) {
            coefficients[reached] = 1;
            return coefficients;
        }
        for (int i = 0; i < coefficients.length; i++) {
            coefficients[i] = weights[i] / SmallVectors.distance(at, points[i]);
        }
        return Shares.of(coefficients);
    }
}
