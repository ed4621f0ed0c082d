package io.terge.hf.transplant;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The mean of the nearest columns: those with the highest cosines d·x / (‖d‖ ‖x‖), of equal ones
 * the first, as far as they are positive. The coefficient of a column is its cosine divided by the
 * sum of all of them.
 *
 * @param most the most columns that a row is combined from; 1 or more
 */
public record NearestRows(int most) implements CombinationMethod {

    private record Near(int column, double cosine) {}

    @Override
    public Combination[] combine(Dictionary dictionary, double[][] rows) {
        Screening screening = new Screening(dictionary);
        Candidates[] candidates = new Candidates[rows.length];
        for (int i = 0; i < rows.length; i++) {
            Vectors.scale(rows[i]);
            screening.set(i, rows[i]);
            candidates[i] = new Candidates(Math.min(most, Math.max(1, dictionary.size())));
            candidates[i].clear(screening.error(Vectors.norm(rows[i])), column -> false);
        }
        screening.run(rows.length, candidates, true);
        return IntStream.range(0, rows.length)
                .mapToObj(i -> mean(dictionary, rows[i], candidates[i].left()))
                .toArray(Combination[]::new);
    }

    private Combination mean(Dictionary dictionary, double[] row, int[] candidates) {
        double norm = Vectors.norm(row);
        List<Near> nearest =
                IntStream.of(candidates)
                        .mapToObj(column -> near(dictionary, row, norm, column))
                        .filter(one -> one.cosine() > 0)
                        .sorted(Comparator.comparingDouble(Near::cosine).reversed())
                        .limit(most)
                        .toList();
        double sum = nearest.stream().mapToDouble(Near::cosine).reduce(0, Double::sum);
        return new Combination(
                nearest.stream().mapToInt(Near::column).toArray(),
                nearest.stream().mapToDouble(one -> one.cosine() / sum).toArray());
    }

    private static Near near(Dictionary dictionary, double[] row, double norm, int column) {
        double product = Vectors.dot(dictionary.column(column), row);
        return new Near(column, product / (dictionary.norm(column) * norm));
    }
}
