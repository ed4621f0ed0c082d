package io.terge.methods.arithmetic;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The norms of models over many parameters. Immutable.
 *
 * @since 0.1
 */
final class ModelNorms {

    // Squares by the model's index in the request.
    private final double[] squares;

    private ModelNorms(double[] squares) {
        this.squares = squares;
    }

    static ModelNorms none() {
        return new ModelNorms(new double[0]);
    }

    /** The norm of a model; 0 for a model that was not seen. */
    public double of(int model) {
        return model < squares.length ? Math.sqrt(squares[model]) : 0;
    }

    ModelNorms plus(int model, double squared) {
        double[] sums = Arrays.copyOf(squares, Math.max(squares.length, model + 1));
        sums[model] += squared;
        return new ModelNorms(sums);
    }

    ModelNorms plus(ModelNorms other) {
        double[] sums = Arrays.copyOf(squares, Math.max(squares.length, other.squares.length));
        for (int i = 0; i < other.squares.length; i++) {
            sums[i] += other.squares[i];
        }
        return new ModelNorms(sums);
    }

    /** Returns the norms in one line, such as {@code norms 12.5, 13.1}. */
    @Override
    public String toString() {
        return Arrays.stream(squares)
                .mapToObj(squared -> String.format(Locale.ROOT, "%.6g", Math.sqrt(squared)))
                .collect(Collectors.joining(", ", "norms ", ""));
    }
}
