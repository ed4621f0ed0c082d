package io.terge.hf.transplant;

/**
 * The coefficients with which columns come nearest to a vector. Columns are added one by one: the
 * triangle L with L·Lᵀ = the products of all pairs grows by a row. For one thread.
 */
final class LeastSquares {

    // Below this, squared, what is new in a column is rounding.
    private static final double INDEPENDENT = 1e-12;

    private final Dictionary dictionary;
    private final double[] target;
    private final int[] columns;
    private final double[][] triangle;
    private final double[] products;
    private final double[] coefficients;
    private int count;

    /**
     * @param most how many columns there will be
     */
    LeastSquares(Dictionary dictionary, double[] target, int most) {
        this.dictionary = dictionary;
        this.target = target;
        this.columns = new int[most];
        this.triangle = new double[most][];
        this.products = new double[most];
        this.coefficients = new double[most];
    }

    /** How many bytes of memory one takes. */
    static long bytes(long most, long length) {
        return most * (most + 16) * Double.BYTES + length * Double.BYTES;
    }

    double[] target() {
        return target;
    }

    int count() {
        return count;
    }

    boolean has(int column) {
        for (int i = 0; i < count; i++) {
            if (columns[i] == column) {
                return true;
            }
        }
        return false;
    }

    /**
     * Adds a column, and computes the coefficients anew.
     *
     * @return false if the column is a combination of the others, and was not added
     */
    boolean add(int column) {
        float[] numbers = dictionary.column(column);
        double[] row = new double[count + 1];
        double square = dictionary.norm(column) * dictionary.norm(column);
        double rest = square;
        for (int i = 0; i < count; i++) {
            double sum = Vectors.dot(numbers, dictionary.column(columns[i]));
            for (int j = 0; j < i; j++) {
                sum -= triangle[i][j] * row[j];
            }
            row[i] = sum / triangle[i][i];
            rest -= row[i] * row[i];
        }
        if (!(rest > INDEPENDENT * square)) {
            return false;
        }
        row[count] = Math.sqrt(rest);
        triangle[count] = row;
        columns[count] = column;
        products[count] = Vectors.dot(numbers, target);
        count++;
        System.arraycopy(solved(products), 0, coefficients, 0, count);
        return true;
    }

    private double[] solved(double[] right) {
        double[] solution = new double[count];
        for (int i = 0; i < count; i++) {
            double sum = right[i];
            for (int j = 0; j < i; j++) {
                sum -= triangle[i][j] * solution[j];
            }
            solution[i] = sum / triangle[i][i];
        }
        for (int i = count - 1; i >= 0; i--) {
            double sum = solution[i];
            for (int j = i + 1; j < count; j++) {
                sum -= triangle[j][i] * solution[j];
            }
            solution[i] = sum / triangle[i][i];
        }
        return solution;
    }

    /** Computes what is left of the vector. */
    void residual(double[] into) {
        System.arraycopy(target, 0, into, 0, target.length);
        for (int i = 0; i < count; i++) {
            Vectors.subtract(into, coefficients[i], dictionary.column(columns[i]));
        }
    }

    /**
     * Returns the coefficients for the columns before they were scaled, refined once.
     *
     * @param residual what is left of the vector
     * @param exponent of the power of two that the vector was divided by
     */
    Combination combination(double[] residual, int exponent) {
        double[] left = new double[count];
        for (int i = 0; i < count; i++) {
            left[i] = Vectors.dot(dictionary.column(columns[i]), residual);
        }
        double[] correction = solved(left);
        int[] chosen = new int[count];
        double[] factors = new double[count];
        for (int i = 0; i < count; i++) {
            chosen[i] = columns[i];
            factors[i] =
                    Math.scalb(
                            coefficients[i] + correction[i],
                            exponent - dictionary.exponent(columns[i]));
        }
        return new Combination(chosen, factors);
    }
}
