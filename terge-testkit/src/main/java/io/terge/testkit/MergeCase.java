package io.terge.testkit;

import static java.util.Objects.requireNonNull;

import io.terge.spi.MethodOptions;
import io.terge.tensor.DType;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Shape;

import java.util.List;
import java.util.Map;

/**
 * One parameter to merge: numbers in arrays, and weights. Do not change the arrays.
 *
 * @param label what failure messages call it, with the seed it was made from
 * @param shape the dimensions
 * @param inputs the numbers of each model
 * @param weights the models' weights, as the method gets them
 * @param base the numbers of the base; only a method that asks for it sees them
 * @param options the values of the method's options
 * @since 0.1
 */
public record MergeCase(
        String label,
        Shape shape,
        List<double[]> inputs,
        double[] weights,
        double[] base,
        MethodOptions options) {

    /**
     * Copies the list and checks the sizes.
     *
     * @throws IllegalArgumentException if inputs, weights and shape do not fit each other
     */
    public MergeCase {
        requireNonNull(label, "label");
        requireNonNull(options, "options");
        inputs = List.copyOf(inputs);
        if (weights.length != inputs.size()) {
            throw new IllegalArgumentException(
                    "%d inputs, but %d weights".formatted(inputs.size(), weights.length));
        }
        for (double[] values : inputs) {
            checkLength(shape, values);
        }
        checkLength(shape, base);
    }

    /**
     * A case of one dimension, with a base of zeros and no options.
     *
     * @param inputs the numbers of each model, one or more
     * @param weights the models' weights
     */
    public static MergeCase of(List<double[]> inputs, double... weights) {
        int length = inputs.getFirst().length;
        return new MergeCase(
                "case",
                Shape.of(length),
                inputs,
                weights,
                new double[length],
                new MethodOptions(Map.of()));
    }

    /** This case with other options. */
    public MergeCase withOptions(MethodOptions others) {
        return new MergeCase(label + ", " + others.sorted(), shape, inputs, weights, base, others);
    }

    /** This case with other numbers. */
    public MergeCase withInputs(List<double[]> others) {
        return new MergeCase(label, shape, others, weights, base, options);
    }

    /** This case with another base. */
    public MergeCase withBase(double... other) {
        return new MergeCase(label, shape, inputs, weights, other, options);
    }

    /** The output's header: the types of storage are no concern of a method. */
    public ParameterSpec spec() {
        return ParameterSpec.of("testkit.weight", DType.F64, shape);
    }

    @Override
    public String toString() {
        return label;
    }

    private static void checkLength(Shape shape, double[] values) {
        if (values.length != shape.elements()) {
            throw new IllegalArgumentException(
                    "%d values for shape %s".formatted(values.length, shape));
        }
    }
}
