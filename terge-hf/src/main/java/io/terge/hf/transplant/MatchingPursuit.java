package io.terge.hf.transplant;

import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

/**
 * Orthogonal matching pursuit. For a row x, it begins with the residual r = x. A step adds the
 * column d for which |d·r| / ‖d‖ is largest, of equal ones the first; then r = x − Σ cᵢ dᵢ with the
 * coefficients for which ‖r‖ is least. It ends after k steps, or when ‖r‖ is at most 2⁻²⁴ ‖x‖, or
 * no column is left that has anything in common with r.
 *
 * <p>All that decides is computed as {@code double}, in the same order on every machine; columns
 * that are far from the largest product are ruled out in {@code float}.
 *
 * <p>Sources: Y. C. Pati, R. Rezaiifar, P. S. Krishnaprasad, "Orthogonal Matching Pursuit",
 * Asilomar 1993; for tokens, C. Goddard, F. Fernandes Neto, "Training-Free Tokenizer
 * Transplantation via Orthogonal Matching Pursuit", arXiv 2506.06607.
 *
 * @param most k, the most columns that a row is combined from; 1 or more
 */
public record MatchingPursuit(int most) implements CombinationMethod {

    private static final double DONE = 0x1p-24;
    // Of a residual: what is less is rounding.
    private static final double NOTHING = 1e-10;

    @Override
    public Combination[] combine(Dictionary dictionary, double[][] rows) {
        return new Run(dictionary, rows, Math.min(most, dictionary.size())).combinations();
    }

    /** One batch. */
    private static final class Run {

        private final Dictionary dictionary;
        private final int steps;
        private final int[] exponents;
        private final LeastSquares[] squares;
        private final double[][] residuals;
        private final Screening screening;
        private final Candidates[] candidates;
        private int[] active;

        Run(Dictionary dictionary, double[][] rows, int steps) {
            this.dictionary = dictionary;
            this.steps = steps;
            this.exponents = new int[rows.length];
            this.squares = new LeastSquares[rows.length];
            this.residuals = new double[rows.length][];
            this.screening = new Screening(dictionary);
            this.candidates = new Candidates[rows.length];
            for (int i = 0; i < rows.length; i++) {
                exponents[i] = Vectors.scale(rows[i]);
                squares[i] = new LeastSquares(dictionary, rows[i], steps);
                residuals[i] = rows[i].clone();
                candidates[i] = new Candidates(1);
            }
            active = IntStream.range(0, rows.length).toArray();
        }

        Combination[] combinations() {
            for (int step = 0; step < steps && active.length > 0; step++) {
                advance();
            }
            return IntStream.range(0, squares.length)
                    .mapToObj(i -> squares[i].combination(residuals[i], exponents[i]))
                    .toArray(Combination[]::new);
        }

        private void advance() {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("Interrupted"); // A batch may take minutes.
            }
            active = IntStream.of(active).filter(this::isLeft).toArray();
            for (int place = 0; place < active.length; place++) {
                LeastSquares one = squares[active[place]];
                double[] scaled = residuals[active[place]].clone();
                Vectors.scale(scaled);
                screening.set(place, scaled);
                candidates[place].clear(screening.error(Vectors.norm(scaled)), one::has);
            }
            screening.run(active.length, candidates, false);
            int[] places = IntStream.range(0, active.length).filter(this::add).toArray();
            active = IntStream.of(places).map(place -> active[place]).toArray();
        }

        private boolean isLeft(int index) {
            double left = Vectors.norm(residuals[index]);
            return left > DONE * Vectors.norm(squares[index].target());
        }

        private boolean add(int place) {
            int index = active[place];
            double[] residual = residuals[index];
            double highest = NOTHING * Vectors.norm(residual);
            int best = -1;
            for (int column : candidates[place].left()) {
                double score =
                        Math.abs(Vectors.dot(dictionary.column(column), residual))
                                / dictionary.norm(column);
                if (score > highest) {
                    highest = score;
                    best = column;
                }
            }
            if (best < 0 || !squares[index].add(best)) {
                return false;
            }
            squares[index].residual(residual);
            return true;
        }
    }
}
