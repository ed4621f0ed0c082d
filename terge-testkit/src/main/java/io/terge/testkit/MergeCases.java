package io.terge.testkit;

import io.terge.spi.method.MergeInput;
import io.terge.spi.method.MethodOption;
import io.terge.spi.method.MethodOptions;
import io.terge.spi.method.Weighting;
import io.terge.tensor.Shape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The cases that a contract puts to a method: what the method's description allows. */
record MergeCases(OptionValues values, List<Integer> inputCounts) {

    private static final List<Shape> SHAPES =
            List.of(Shape.of(), Shape.of(1), Shape.of(97), Shape.of(8, 12), Shape.of(2, 3, 5));
    private static final List<Shape> EMPTY = List.of(Shape.of(0), Shape.of(3, 0, 2));
    private static final int LAYER = 1;
    private static final int LAYERS = 4;

    /** Cases of all shapes and numbers of inputs. */
    Stream<MergeCase> all() {
        return models().flatMap(List::stream);
    }

    /** The same cases, those of as many inputs together. */
    Stream<List<MergeCase>> models() {
        return withAndWithoutBase(
                inputCounts.stream()
                        .map(
                                count ->
                                        SHAPES.stream()
                                                .map(shape -> make(7L * count, count, shape))
                                                .toList()));
    }

    private Stream<List<MergeCase>> withAndWithoutBase(Stream<List<MergeCase>> models) {
        return values.description().access().usesBaseIfStated()
                ? models.flatMap(model -> Stream.of(model, withoutBase(model)))
                : models;
    }

    private static List<MergeCase> withoutBase(List<MergeCase> model) {
        return model.stream()
                .map(each -> each.withoutBase().labelled(each + ", no base stated"))
                .toList();
    }

    /** Cases without elements. */
    Stream<MergeCase> empty() {
        return inputCounts.stream()
                .flatMap(count -> EMPTY.stream().map(shape -> make(11L * count, count, shape)));
    }

    /** One case for each number of inputs, larger than most blocks. */
    Stream<MergeCase> large() {
        return inputCounts.stream().map(count -> make(13L * count, count, Shape.of(40, 251)));
    }

    /** One case for each number of inputs, of other numbers than {@link #all()}. */
    Stream<MergeCase> small(long seed) {
        return inputCounts.stream().map(count -> make(seed + count, count, Shape.of(16, 6)));
    }

    /** Cases of zeros, of equal, opposite, very small and very large numbers. */
    Stream<MergeCase> extreme() {
        return withAndWithoutBase(Stream.of(small(19).toList()))
                .flatMap(List::stream)
                .flatMap(MergeCases::extremes);
    }

    /** A case, with extreme numbers. */
    static Stream<MergeCase> extremes(MergeCase example) {
        double[] zeros = new double[example.base().length];
        MergeCase zero =
                example.withNumbers(example.numbers().stream().map(each -> zeros).toList());
        return Stream.of(
                zero.withBase(zeros).labelled(example.label() + ", all zero"),
                zero.labelled(example.label() + ", models zero"),
                example.withBase(zeros).labelled(example.label() + ", base zero"),
                MethodChecks.ofEqualModels(example).labelled(example.label() + ", equal models"),
                opposite(example).labelled(example.label() + ", opposite models"),
                scaled(example, Float.MIN_VALUE).labelled(example.label() + ", very small"),
                scaled(example, Float.MAX_VALUE / 16).labelled(example.label() + ", very large"));
    }

    private static MergeCase opposite(MergeCase example) {
        double[] first = example.numbers().getFirst();
        double[] base = example.base();
        double[] mirrored = new double[first.length];
        Arrays.setAll(mirrored, e -> 2 * base[e] - first[e]);
        List<double[]> numbers =
                IntStream.range(0, example.numbers().size())
                        .mapToObj(i -> i % 2 == 0 ? first : mirrored)
                        .toList();
        return example.withNumbers(numbers);
    }

    private static MergeCase scaled(MergeCase example, double scale) {
        return example.withNumbers(
                        example.numbers().stream().map(each -> scaled(each, scale)).toList())
                .withBase(scaled(example.base(), scale));
    }

    private static double[] scaled(double[] values, double scale) {
        return Arrays.stream(values).map(value -> value * scale).toArray();
    }

    /** The case with all the weight on the first model. */
    static MergeCase ofOneWeight(MergeCase example) {
        double[] weights = new double[example.inputs().size()];
        weights[0] = 1;
        return example.withWeights(weights);
    }

    /** A case for each value of each option that is worth a try. */
    Stream<MergeCase> ofOptions() {
        return values.description().options().stream()
                .flatMap(
                        option ->
                                values.atBounds(option).stream()
                                        .flatMap(
                                                value ->
                                                        small(17)
                                                                .map(
                                                                        at ->
                                                                                set(
                                                                                        at, option,
                                                                                        value))));
    }

    private MergeCase make(long seed, int inputs, Shape shape) {
        TensorFixtures fixtures = TensorFixtures.seeded(seed);
        List<double[]> numbers =
                IntStream.range(0, inputs)
                        .mapToObj(i -> fixtures.values(shape.elements()))
                        .toList();
        double[] weights =
                values.description().weighting() == Weighting.ABSOLUTE
                        ? fixtures.values(inputs)
                        : fixtures.shares(inputs);
        MergeCase made =
                MergeCase.of(numbers, weights)
                        .withBase(fixtures.values(shape.elements()))
                        .withShape(shape)
                        .withInputs(inputs(weights))
                        .withOptions(values.ofAll())
                        .withSeed(seed)
                        .labelled("%d inputs of %s, %s".formatted(inputs, shape, fixtures));
        return shape.rank() == 0
                ? made.withName("model.scale")
                : made.withName(layered(shape)).withLayer(LAYER, LAYERS);
    }

    // The first model does not hold the parameter: a model's place is not that of the input.
    private List<MergeInput> inputs(double[] weights) {
        return IntStream.range(0, weights.length)
                .mapToObj(i -> MergeInput.of(i + 1, weights[i], values.ofInput(i)))
                .toList();
    }

    private static String layered(Shape shape) {
        return shape.dimensions().stream()
                .map(String::valueOf)
                .collect(Collectors.joining("x", "model.layers." + LAYER + ".of-", ".weight"));
    }

    private static MergeCase set(MergeCase example, MethodOption option, String value) {
        List<MethodOptions> each =
                example.inputs().stream()
                        .map(MergeInput::options)
                        .map(
                                own ->
                                        option.isPerModel()
                                                ? OptionValues.with(own, option, value)
                                                : own)
                        .toList();
        MethodOptions all =
                option.isPerModel()
                        ? example.options()
                        : OptionValues.with(example.options(), option, value);
        return example.withOptions(all)
                .withInputOptions(each)
                .labelled(example.label() + ", " + OptionValues.shown(all, each));
    }

    /** The case with its models in the opposite order. */
    static MergeCase reversed(MergeCase example) {
        List<MergeInput> inputs = new ArrayList<>();
        for (int i = 0; i < example.inputs().size(); i++) {
            MergeInput other = example.inputs().reversed().get(i);
            int place = example.inputs().get(i).model();
            inputs.add(MergeInput.of(place, other.weight(), other.options()));
        }
        return example.withInputs(inputs)
                .withNumbers(example.numbers().reversed())
                .labelled(example.label() + ", models reversed");
    }

    /** The case with a NaN in the middle of one input. */
    static MergeCase withNaN(MergeCase example, int input) {
        List<double[]> numbers = new ArrayList<>(example.numbers());
        double[] values = numbers.get(input).clone();
        values[values.length / 2] = Double.NaN;
        numbers.set(input, values);
        return example.withNumbers(numbers);
    }
}
