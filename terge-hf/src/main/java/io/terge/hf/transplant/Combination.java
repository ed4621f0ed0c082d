package io.terge.hf.transplant;

/** A linear combination of columns of a {@link Dictionary}. Immutable. */
public final class Combination {

    private final int[] columns;
    private final double[] coefficients;

    /**
     * @param columns the indexes of distinct columns; not to be changed afterwards
     * @param coefficients as many, finite; not to be changed afterwards
     */
    Combination(int[] columns, double[] coefficients) {
        this.columns = columns;
        this.coefficients = coefficients;
    }

    /** How many columns are combined. */
    public int size() {
        return columns.length;
    }

    /** The index of a column, in the order in which they were found. */
    public int column(int term) {
        return columns[term];
    }

    /** What a column is multiplied by. */
    public double coefficient(int term) {
        return coefficients[term];
    }
}
