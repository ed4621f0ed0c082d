package io.terge.methods.spherical;

/**
 * A point on the arc from one vector to another, as coefficients of the two. Where the arc is not
 * defined, they are those of a line.
 *
 * @param first the coefficient of the first vector
 * @param second the coefficient of the second vector
 * @param kind how they were found
 */
record Arc(double first, double second, Kind kind) {

    /** How coefficients were found. */
    enum Kind {
        /** From an angle, or from none at all, where arc and line are the same. */
        ARC(""),
        OPPOSITE("the vectors point in opposite directions: interpolated linearly"),
        ZERO("a norm is zero or below 1e-145: interpolated linearly"),
        NOT_FINITE("a norm is not finite: interpolated linearly");

        private final String note;

        Kind(String note) {
            this.note = note;
        }

        /** What to tell the user; empty for an arc. */
        String note() {
            return note;
        }

        boolean isLine() {
            return this != ARC;
        }
    }

    // Nearer to opposite than this, an arc could lead anywhere.
    private static final double LEAST = -1 + 1e-6;
    // Smaller squares have lost digits, or are 0.
    private static final double LEAST_SQUARE = 1e-290;

    /**
     * Returns the coefficients of a point.
     *
     * @param squaredFirst the inner product of the first vector with itself
     * @param squaredSecond that of the second vector
     * @param product that of both
     * @param t where on the arc: 0 is the first vector, 1 the second
     * @param linearAbove the size of the cosine above which a line is taken
     */
    static Arc of(
            double squaredFirst,
            double squaredSecond,
            double product,
            double t,
            double linearAbove) {
        double norms = Math.sqrt(squaredFirst) * Math.sqrt(squaredSecond);
        if (!Double.isFinite(norms) || !Double.isFinite(product)) {
            return line(t, Kind.NOT_FINITE);
        }
        if (squaredFirst < LEAST_SQUARE || squaredSecond < LEAST_SQUARE) {
            return line(t, Kind.ZERO);
        }
        double cosine = Math.clamp(product / norms, -1, 1);
        if (cosine < LEAST || cosine < -linearAbove) {
            return line(t, Kind.OPPOSITE);
        }
        double angle = Math.acos(cosine);
        double sine = Math.sin(angle);
        return sine == 0 || cosine > linearAbove
                ? line(t, Kind.ARC)
                : new Arc(Math.sin((1 - t) * angle) / sine, Math.sin(t * angle) / sine, Kind.ARC);
    }

    private static Arc line(double t, Kind kind) {
        return new Arc(1 - t, t, kind);
    }
}
