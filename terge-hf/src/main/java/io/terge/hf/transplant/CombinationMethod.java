package io.terge.hf.transplant;

/** How a row becomes a combination of the columns of a dictionary. */
public interface CombinationMethod {

    /** How many rows are worked on together, at most. */
    int BATCH = Screening.BATCH;

    /**
     * Returns a combination for each of several rows; without columns where none is like the row,
     * such as one of zeros. The combination of a row does not depend on the others.
     *
     * @param dictionary the columns
     * @param rows at most {@link #BATCH}, of the length of its rows, finite; changed by the call
     */
    Combination[] combine(Dictionary dictionary, double[][] rows);

    /** The most columns that a row is combined from. */
    int most();

    /**
     * How many bytes of memory a call takes.
     *
     * @param columns how many columns there are
     * @param length how many elements a row has
     * @param rows how many rows are given
     */
    default long bytes(long columns, long length, long rows) {
        long terms = Math.min(most(), columns);
        return Screening.bytes(length)
                + rows * (LeastSquares.bytes(terms, length) + length * Double.BYTES)
                + rows * Candidates.bytes(terms);
    }
}
