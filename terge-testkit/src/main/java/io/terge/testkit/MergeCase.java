package io.terge.testkit;

import static java.util.Objects.requireNonNull;

import io.terge.spi.method.MergeInput;
import io.terge.spi.method.MethodOptions;
import io.terge.tensor.Shape;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * One parameter to merge: numbers in arrays, weights and options. Immutable; do not change the
 * arrays.
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
     * Returns a case of one dimension, of models 0, 1, ..., with a base of zeros, no options, no
     * layer and seed 0.
     *
     * @param numbers the numbers of each model, one or more
     * @param weights the models' weights, as the method gets them
     * @throws IllegalArgumentException if there is not one weight for each model
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

    /** What failure messages call it. */
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

    /** The number of its layer, where it has one. */
    public int layer() {
        return layer;
    }

    /** How many layers there are; 0 where it has none. */
    public int layers() {
        return layers;
    }

    /** The models: their places, weights and options. */
    public List<MergeInput> inputs() {
        return inputs;
    }

    /** The numbers of each model, in the order of {@link #inputs()}. */
    public List<double[]> numbers() {
        return numbers;
    }

    /** The numbers of the base; only a method that says that it reads them sees them. */
    public double[] base() {
        return base;
    }

    /** The values of the method's options, but for those per model. */
    public MethodOptions options() {
        return options;
    }

    /** What random methods draw from. */
    public long seed() {
        return seed;
    }

    /** This case under another name for failure messages. */
    public MergeCase labelled(String text) {
        return with(draft -> draft.label = text);
    }

    /** This case of a parameter of another name. */
    public MergeCase withName(String other) {
        return with(draft -> draft.name = other);
    }

    /** This case of a parameter of a layer. */
    public MergeCase withLayer(int index, int count) {
        return with(
                draft -> {
                    draft.layer = index;
                    draft.layers = count;
                });
    }

    /** This case in another shape of as many elements. */
    public MergeCase withShape(Shape other) {
        return with(draft -> draft.shape = other);
    }

    /** This case with other models, as many as before. */
    public MergeCase withInputs(List<MergeInput> others) {
        return with(draft -> draft.inputs = others);
    }

    /** This case with other numbers. */
    public MergeCase withNumbers(List<double[]> others) {
        return with(draft -> draft.numbers = others);
    }

    /** This case with another base. */
    public MergeCase withBase(double... other) {
        return with(draft -> draft.base = other);
    }

    /** This case with other options, but for those per model. */
    public MergeCase withOptions(MethodOptions others) {
        return with(draft -> draft.options = others);
    }

    /** This case with options per model: one for each input. */
    public MergeCase withInputOptions(List<MethodOptions> each) {
        return withInputs(
                IntStream.range(0, inputs.size())
                        .mapToObj(
                                i ->
                                        MergeInput.of(
                                                inputs.get(i).model(),
                                                inputs.get(i).weight(),
                                                each.get(i)))
                        .toList());
    }

    /** This case with another seed. */
    public MergeCase withSeed(long other) {
        return with(draft -> draft.seed = other);
    }

    @Override
    public String toString() {
        return label;
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
        private MethodOptions options = MethodOptions.of(Map.of());
        private long seed;
    }
}
