package io.terge.testkit;

import static java.util.Objects.requireNonNull;

import io.terge.spi.method.Access;
import io.terge.spi.method.MergeInput;
import io.terge.spi.method.MergeMethod;
import io.terge.spi.method.MethodOptions;
import io.terge.tensor.Shape;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * A parameter to merge: values in arrays, weights and options. Immutable; the arrays are not copied
 * and must not be changed.
 *
 * @since 0.1
 */
public final class MergeCase {

    private final String label;
    private final String name;
    private final Shape shape;
    private final int layer;
    private final int layers;
    private final List<MergeInput> inputs;
    private final List<double[]> numbers;
    private final double[] base;
    private final boolean statesBase;
    private final MethodOptions options;
    private final long seed;

    private MergeCase(Draft draft) {
        label = requireNonNull(draft.label, "label");
        name = requireNonNull(draft.name, "name");
        shape = requireNonNull(draft.shape, "shape");
        layer = draft.layer;
        layers = draft.layers;
        inputs = List.copyOf(draft.inputs);
        numbers = List.copyOf(draft.numbers);
        base = requireNonNull(draft.base, "base");
        statesBase = draft.statesBase;
        options = requireNonNull(draft.options, "options");
        seed = draft.seed;
        if (inputs.size() != numbers.size()) {
            throw new IllegalArgumentException(
                    "%d inputs, but numbers of %d".formatted(inputs.size(), numbers.size()));
        }
        numbers.forEach(this::checkLength);
        checkLength(base);
    }

    /**
     * Returns a case with one dimension, models 0, 1, ..., a base of zeros, no options, no layer
     * and seed 0.
     *
     * @param numbers the values of each model, for at least one model
     * @param weights the models' weights, as passed to the method
     * @throws IllegalArgumentException if the number of weights is not that of the models
     */
    public static MergeCase of(List<double[]> numbers, double... weights) {
        Draft draft = new Draft();
        draft.numbers = numbers;
        draft.inputs =
                IntStream.range(0, weights.length)
                        .mapToObj(i -> MergeInput.of(i, weights[i], MethodOptions.of(Map.of())))
                        .toList();
        draft.shape = Shape.of(numbers.getFirst().length);
        draft.base = new double[numbers.getFirst().length];
        return new MergeCase(draft);
    }

    /** Returns a case as {@link #of(List, double...)} of equal weights with a sum of 1. */
    public static MergeCase of(List<double[]> numbers) {
        double[] weights = new double[numbers.size()];
        Arrays.fill(weights, 1.0 / weights.length);
        return of(numbers, weights);
    }

    /** The name of this case in failure messages. */
    public String label() {
        return label;
    }

    /** The output parameter's name. */
    public String name() {
        return name;
    }

    /** The dimensions. */
    public Shape shape() {
        return shape;
    }

    /** The index of its layer; undefined without a layer. */
    public int layer() {
        return layer;
    }

    /** The number of layers; 0 without a layer. */
    public int layers() {
        return layers;
    }

    /** The models: their indices, weights and per-model options. */
    public List<MergeInput> inputs() {
        return inputs;
    }

    /** The values of each model, in the order of {@link #inputs()}. */
    public List<double[]> numbers() {
        return numbers;
    }

    /** The values of the base, passed only to methods that declare that they read it. */
    public double[] base() {
        return base;
    }

    /**
     * Whether it is a case of a request that states a base, which makes a difference for methods
     * that declare {@link Access#withBaseIfStated()}.
     */
    public boolean statesBase() {
        return statesBase;
    }

    /** What a method reads in this case. */
    Access access(MergeMethod method) {
        return method.access(options).forRequest(statesBase);
    }

    /** The values of the method's options, except those per model. */
    public MethodOptions options() {
        return options;
    }

    /** The seed of random numbers. */
    public long seed() {
        return seed;
    }

    /** Returns this case with another name for failure messages. */
    public MergeCase labelled(String text) {
        return with(draft -> draft.label = text);
    }

    /** Returns this case with another parameter name. */
    public MergeCase withName(String other) {
        return with(draft -> draft.name = other);
    }

    /** Returns this case with a layer. */
    public MergeCase withLayer(int index, int count) {
        return with(
                draft -> {
                    draft.layer = index;
                    draft.layers = count;
                });
    }

    /** Returns this case with another shape of the same number of elements. */
    public MergeCase withShape(Shape other) {
        return with(draft -> draft.shape = other);
    }

    /** Returns this case with the same number of other models. */
    public MergeCase withInputs(List<MergeInput> others) {
        return with(draft -> draft.inputs = others);
    }

    /** Returns this case with other values. */
    public MergeCase withNumbers(List<double[]> others) {
        return with(draft -> draft.numbers = others);
    }

    /** Returns this case with another base. */
    public MergeCase withBase(double... other) {
        return with(draft -> draft.base = other);
    }

    /** Returns this case as one of a request that does not state a base. */
    public MergeCase withoutBase() {
        return with(draft -> draft.statesBase = false);
    }

    /** Returns this case with other options, except those per model. */
    public MergeCase withOptions(MethodOptions others) {
        return with(draft -> draft.options = others);
    }

    /** Returns this case with per-model options, one value for each input. */
    public MergeCase withInputOptions(List<MethodOptions> each) {
        return withEach((i, own) -> MergeInput.of(own.model(), own.weight(), each.get(i)));
    }

    /**
     * Returns this case with the options of a method, those per model included.
     *
     * @param values the values of some options by name, the same for each model; the others get
     *     their default, or a value of their range if they have none
     * @throws IllegalArgumentException if the method does not have one of the options
     */
    public MergeCase withOptions(MergeMethod method, Map<String, String> values) {
        OptionValues chosen = OptionValues.of(method, values);
        return withOptions(chosen.ofAll())
                .withInputOptions(Collections.nCopies(inputs.size(), chosen.ofEachInput()));
    }

    /** Returns this case with other weights, one for each input. */
    public MergeCase withWeights(double... weights) {
        if (weights.length != inputs.size()) {
            throw new IllegalArgumentException(
                    "Expected %d weights, got %d".formatted(inputs.size(), weights.length));
        }
        return withEach((i, own) -> MergeInput.of(own.model(), weights[i], own.options()));
    }

    /** Returns this case with another seed. */
    public MergeCase withSeed(long other) {
        return with(draft -> draft.seed = other);
    }

    @Override
    public String toString() {
        return label;
    }

    private MergeCase withEach(BiFunction<Integer, MergeInput, MergeInput> change) {
        return withInputs(
                IntStream.range(0, inputs.size())
                        .mapToObj(i -> change.apply(i, inputs.get(i)))
                        .toList());
    }

    private MergeCase with(Consumer<Draft> change) {
        Draft draft = new Draft();
        draft.label = label;
        draft.name = name;
        draft.shape = shape;
        draft.layer = layer;
        draft.layers = layers;
        draft.inputs = inputs;
        draft.numbers = numbers;
        draft.base = base;
        draft.statesBase = statesBase;
        draft.options = options;
        draft.seed = seed;
        change.accept(draft);
        return new MergeCase(draft);
    }

    private void checkLength(double[] values) {
        if (values.length != shape.elements()) {
            throw new IllegalArgumentException(
                    "%d values for shape %s".formatted(values.length, shape));
        }
    }

    private static final class Draft {

        private String label = "case";
        private String name = "testkit.weight";
        private Shape shape = Shape.of();
        private int layer;
        private int layers;
        private List<MergeInput> inputs = List.of();
        private List<double[]> numbers = List.of();
        private double[] base = {};
        private boolean statesBase = true;
        private MethodOptions options = MethodOptions.of(Map.of());
        private long seed;
    }
}
