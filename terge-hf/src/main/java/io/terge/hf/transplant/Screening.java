package io.terge.hf.transplant;

import java.util.Arrays;

/**
 * Scores all columns of a dictionary against several vectors at once, in {@code float}: fast, and
 * with an error that is known, so that only few columns are left to compare exactly. The score is
 * the product of the vector with the column of norm 1. Reused for one batch after another by one
 * thread.
 */
final class Screening {

    /** How many vectors are worked on together: as many fit into fast caches. */
    static final int BATCH = 256;

    private static final int TILE = 32;
    private static final int STEP = Dictionary.STEP;
    // Of a float: half a unit in the last place of 1.
    private static final double ROUNDING = 0x1p-24;
    // Roundings of a sum of eight products, of the vector, of the column's norm and of the score.
    private static final int FURTHER_ROUNDINGS = 8;

    private final Dictionary dictionary;
    private final float[][] vectors;
    private final float[][] products = new float[TILE][BATCH];

    Screening(Dictionary dictionary) {
        this.dictionary = dictionary;
        this.vectors = new float[Dictionary.padded(dictionary.length())][BATCH];
    }

    /** How many bytes of memory one takes for rows of a length. */
    static long bytes(long length) {
        return (length + STEP + TILE) * (BATCH * Float.BYTES + 2L * Long.BYTES);
    }

    /**
     * Sets a vector.
     *
     * @param index which one
     * @param vector whose largest element is near 1
     */
    void set(int index, double[] vector) {
        for (int i = 0; i < vector.length; i++) {
            vectors[i][index] = (float) vector[i];
        }
    }

    /** How much the score of a vector of this norm may differ from the exact one. */
    double error(double norm) {
        return ROUNDING * (vectors.length / (double) STEP + FURTHER_ROUNDINGS) * 1.01 * norm;
    }

    /**
     * Offers every column to the candidates of each vector.
     *
     * @param count how many vectors there are
     * @param isSigned whether only positive products count, not their absolute values
     */
    void run(int count, Candidates[] candidates, boolean isSigned) {
        int length = Math.min(BATCH, Math.ceilDiv(count, STEP) * STEP);
        for (int first = 0; first < dictionary.size(); first += TILE) {
            int end = Math.min(dictionary.size(), first + TILE);
            multiply(first, end, length);
            for (int column = first; column < end; column++) {
                float scale = (float) (1 / dictionary.norm(column));
                if (Float.isFinite(scale)) {
                    offer(column, scale, products[column - first], count, candidates, isSigned);
                }
            }
        }
    }

    private static void offer(
            int column,
            float scale,
            float[] of,
            int count,
            Candidates[] candidates,
            boolean isSigned) {
        for (int i = 0; i < count; i++) {
            float product = of[i] * scale;
            float score = isSigned ? product : Math.abs(product);
            if (score >= candidates[i].threshold()) {
                candidates[i].add(column, score);
            }
        }
    }

    private void multiply(int first, int end, int length) {
        for (int column = first; column < end; column++) {
            Arrays.fill(products[column - first], 0, length, 0);
        }
        for (int at = 0; at < vectors.length; at += STEP) {
            for (int column = first; column < end; column++) {
                add(products[column - first], dictionary.column(column), at, length);
            }
        }
    }

    // A loop that the JVM turns into vector code: every array is used at one index.
    private void add(float[] sums, float[] column, int at, int length) {
        float a = column[at];
        float b = column[at + 1];
        float c = column[at + 2];
        float d = column[at + 3];
        float e = column[at + 4];
        float f = column[at + 5];
        float g = column[at + 6];
        float h = column[at + 7];
        float[] va = vectors[at];
        float[] vb = vectors[at + 1];
        float[] vc = vectors[at + 2];
        float[] vd = vectors[at + 3];
        float[] ve = vectors[at + 4];
        float[] vf = vectors[at + 5];
        float[] vg = vectors[at + 6];
        float[] vh = vectors[at + 7];
        for (int i = 0; i < length; i++) {
            sums[i] +=
                    (a * va[i] + b * vb[i] + (c * vc[i] + d * vd[i]))
                            + (e * ve[i] + f * vf[i] + (g * vg[i] + h * vh[i]));
        }
    }
}
