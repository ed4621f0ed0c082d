package io.terge.engine.kernel;

/**
 * A linear combination on its way. The loops are plain: the JIT compiler makes vector code of them,
 * and keeps the operations as they are.
 */
final class LinearSum implements FloatSum {

    private final double[] sum;
    private int count;
    private boolean empty = true;

    LinearSum(double[] sum) {
        this.sum = sum;
    }

    void start(int elements) {
        count = elements;
        empty = true;
    }

    @Override
    public int count() {
        return count;
    }

    boolean isEmpty() {
        return empty;
    }

    /** The array of the sum, where the caller puts the sum of the first terms. */
    double[] firstTerms() {
        empty = false;
        return sum;
    }

    double[] sum() {
        if (empty) {
            throw new IllegalStateException("A linear combination needs a term");
        }
        return sum;
    }

    void add(double a, double[] x) {
        if (empty) {
            set(sum, a, x, count);
        } else {
            add(sum, a, x, count);
        }
        empty = false;
    }

    @Override
    public void add(double a, float[] x) {
        if (empty) {
            set(sum, a, x, count);
        } else {
            add(sum, a, x, count);
        }
        empty = false;
    }

    @Override
    public void add(double a, float[] x, double b, float[] y) {
        if (empty) {
            set(sum, a, x, b, y, count);
        } else {
            add(sum, a, x, b, y, count);
        }
        empty = false;
    }

    @Override
    public void add(double a, float[] x, double b, float[] y, double c, float[] z) {
        if (empty) {
            set(sum, a, x, b, y, c, z, count);
        } else {
            add(sum, a, x, b, y, c, z, count);
        }
        empty = false;
    }

    private static void set(double[] sum, double a, double[] x, int n) {
        for (int i = 0; i < n; i++) {
            sum[i] = a * x[i];
        }
    }

    private static void add(double[] sum, double a, double[] x, int n) {
        for (int i = 0; i < n; i++) {
            sum[i] += a * x[i];
        }
    }

    private static void set(double[] sum, double a, float[] x, int n) {
        for (int i = 0; i < n; i++) {
            sum[i] = a * x[i];
        }
    }

    private static void add(double[] sum, double a, float[] x, int n) {
        for (int i = 0; i < n; i++) {
            sum[i] += a * x[i];
        }
    }

    private static void set(double[] sum, double a, float[] x, double b, float[] y, int n) {
        for (int i = 0; i < n; i++) {
            sum[i] = a * x[i] + b * y[i];
        }
    }

    private static void add(double[] sum, double a, float[] x, double b, float[] y, int n) {
        for (int i = 0; i < n; i++) {
            sum[i] = sum[i] + a * x[i] + b * y[i];
        }
    }

    private static void set(
            double[] sum, double a, float[] x, double b, float[] y, double c, float[] z, int n) {
        for (int i = 0; i < n; i++) {
            sum[i] = a * x[i] + b * y[i] + c * z[i];
        }
    }

    private static void add(
            double[] sum, double a, float[] x, double b, float[] y, double c, float[] z, int n) {
        for (int i = 0; i < n; i++) {
            sum[i] = sum[i] + a * x[i] + b * y[i] + c * z[i];
        }
    }
}
