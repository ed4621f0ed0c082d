package io.terge.hf.transplant;

import java.io.IOException;
import java.util.stream.DoubleStream;

/**
 * The rows that others are combined from, its columns: as {@code float}, each scaled by a power of
 * two, so that rows of any size are exact. Rows of {@code double} are rounded. Immutable; safe for
 * use by several threads.
 */
public final class Dictionary {

    /** How many products are added up at a time. */
    static final int STEP = 8;

    private static final long ARRAY_HEADER = 16;

    private final int length;
    private final float[][] columns;
    private final int[] exponents;
    private final double[] norms;

    private Dictionary(int length, float[][] columns, int[] exponents, double[] norms) {
        this.length = length;
        this.columns = columns;
        this.exponents = exponents;
        this.norms = norms;
    }

    /** Reads rows. */
    @FunctionalInterface
    public interface Rows {

        /**
         * Reads a row.
         *
         * @param index which one
         * @param into receives its elements, all of them finite
         * @throws IOException if it cannot be read
         */
        void read(int index, double[] into) throws IOException;
    }

    /**
     * Reads a dictionary.
     *
     * @param count how many columns it has
     * @param length how many elements a row has
     * @param rows the columns
     * @throws IOException if a row cannot be read
     */
    public static Dictionary read(int count, int length, Rows rows) throws IOException {
        float[][] columns = new float[count][];
        int[] exponents = new int[count];
        double[] norms = new double[count];
        double[] row = new double[length];
        for (int column = 0; column < count; column++) {
            rows.read(column, row);
            exponents[column] = Vectors.scale(row);
            columns[column] = new float[padded(length)];
            for (int i = 0; i < length; i++) {
                columns[column][i] = (float) row[i];
            }
            norms[column] = Math.sqrt(Vectors.dot(columns[column], columns[column]));
        }
        return new Dictionary(length, columns, exponents, norms);
    }

    /** How many bytes of memory a dictionary takes. */
    public static long bytes(long count, long length) {
        long padded = (length + STEP - 1) / STEP * STEP;
        long column = ARRAY_HEADER + padded * Float.BYTES;
        return count * (column + Long.BYTES + Integer.BYTES + Double.BYTES);
    }

    static int padded(int length) {
        return Math.ceilDiv(length, STEP) * STEP;
    }

    /** How many columns there are. */
    public int size() {
        return columns.length;
    }

    /** Whether no column has an element other than 0, so that nothing can be combined from them. */
    public boolean isZero() {
        return DoubleStream.of(norms).allMatch(norm -> norm == 0);
    }

    /** How many elements a row has. */
    public int length() {
        return length;
    }

    /** A scaled column with zeros at its end; not to be changed. */
    float[] column(int index) {
        return columns[index];
    }

    /** The norm of a scaled column; 0 for one of zeros. */
    double norm(int index) {
        return norms[index];
    }

    /** The power of two that a column was divided by. */
    int exponent(int index) {
        return exponents[index];
    }
}
