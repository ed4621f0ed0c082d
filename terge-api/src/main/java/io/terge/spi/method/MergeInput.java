package io.terge.spi.method;

import static java.util.Objects.requireNonNull;

/**
 * One of the models that a parameter is merged from. Immutable.
 *
 * @since 0.1
 */
public final class MergeInput {

    private final int model;
    private final double weight;
    private final MethodOptions options;

    private MergeInput(int model, double weight, MethodOptions options) {
        this.model = model;
        this.weight = weight;
        this.options = requireNonNull(options, "options");
    }

    /**
     * Returns an input.
     *
     * @param model the model's index in the request, from 0
     * @param weight its weight for this parameter
     * @param options the values of its per-model options
     */
    public static MergeInput of(int model, double weight, MethodOptions options) {
        return new MergeInput(model, weight, options);
    }

    /** The model's index in the request, from 0. */
    public int model() {
        return model;
    }

    /**
     * Its weight for this parameter: normalised to a sum of 1 over all inputs if the method's
     * weights are {@linkplain Weighting#RELATIVE relative}, as requested if they are absolute, and
     * equal with a sum of 1 if it ignores them.
     */
    public double weight() {
        return weight;
    }

    /**
     * The values of the options that the method declares {@linkplain MethodOption#perModel() per
     * model}.
     */
    public MethodOptions options() {
        return options;
    }

    @Override
    public String toString() {
        return "model %d, weight %s %s".formatted(model, weight, options);
    }
}
