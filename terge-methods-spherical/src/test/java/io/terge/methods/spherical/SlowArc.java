package io.terge.methods.spherical;

/** Interpolation on an arc, with angles found in another way. */
final class SlowArc {

    private SlowArc() {}

    /** A point on the arc from one vector to another, or on the line where there is no arc. */
    static double[] at(double t, double[] from, double[] to) {
        double angle = angle(from, to);
        double[] point = new double[from.length];
        boolean isLine = angle == 0 || angle > Math.PI - 1.4e-3 || norm(from) * norm(to) == 0;
        for (int e = 0; e < point.length; e++) {
            point[e] =
                    isLine
                            ? (1 - t) * from[e] + t * to[e]
                            : (Math.sin((1 - t) * angle) * from[e] + Math.sin(t * angle) * to[e])
                                    / Math.sin(angle);
        }
        return point;
    }

    /** The angle, which is exact for small ones too. */
    static double angle(double[] from, double[] to) {
        double apart = 0;
        double together = 0;
        for (int e = 0; e < from.length; e++) {
            double left = from[e] / norm(from);
            double right = to[e] / norm(to);
            apart += (left - right) * (left - right);
            together += (left + right) * (left + right);
        }
        return 2 * Math.atan2(Math.sqrt(apart), Math.sqrt(together));
    }

    static double norm(double[] vector) {
        double squared = 0;
        for (double value : vector) {
            squared += value * value;
        }
        return Math.sqrt(squared);
    }

    static double product(double[] left, double[] right) {
        double product = 0;
        for (int e = 0; e < left.length; e++) {
            product += left[e] * right[e];
        }
        return product;
    }
}
