package io.terge.hf.transplant;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The columns that may have the highest scores, by scores that are near the exact ones. None that
 * has one of the highest exact scores is missing. For one thread.
 */
final class Candidates {

    private static final int LEAST = 16;

    private final int most;
    private int[] columns;
    private float[] scores;
    private int count;
    private float threshold;
    private float slack;
    private IntPredicate excluded = column -> false;

    /**
     * @param most how many of the highest scores are asked for
     */
    Candidates(int most) {
        this.most = most;
        this.columns = new int[Math.max(LEAST, 4 * most)];
        this.scores = new float[columns.length];
    }

    /** How many bytes of memory one takes. */
    static long bytes(long most) {
        return 2 * Math.max(LEAST, 4 * most) * (Integer.BYTES + Float.BYTES);
    }

    /**
     * Begins anew.
     *
     * @param error how much a score may differ from the exact one
     * @param not columns that do not count
     */
    void clear(double error, IntPredicate not) {
        count = 0;
        excluded = not;
        slack = Math.nextUp((float) (2 * error));
        threshold = 0;
    }

    /** The score below which a column is none of the highest. */
    float threshold() {
        return threshold;
    }

    void add(int column, float score) {
        if (excluded.test(column)) {
            return;
        }
        if (count == columns.length) {
            prune();
        }
        columns[count] = column;
        scores[count] = score;
        count++;
        if (most == 1) {
            threshold = Math.max(threshold, score - slack);
        }
    }

    private void prune() {
        if (most > 1) {
            float[] sorted = Arrays.copyOf(scores, count);
            Arrays.sort(sorted);
            threshold = Math.max(threshold, sorted[count - most] - slack);
        }
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (scores[i] >= threshold) {
                columns[kept] = columns[i];
                scores[kept] = scores[i];
                kept++;
            }
        }
        count = kept;
        if (2 * kept > columns.length) {
            columns = Arrays.copyOf(columns, 2 * columns.length);
            scores = Arrays.copyOf(scores, columns.length);
        }
    }

    /** The columns that are left, in ascending order. */
    int[] left() {
        if (count > most) {
            prune();
        }
        return IntStream.range(0, count).map(i -> columns[i]).sorted().toArray();
    }
}
