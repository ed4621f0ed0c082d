package io.terge.testkit;

import io.terge.spi.MethodDescription;
import io.terge.spi.MethodDescription.Weighting;
import io.terge.spi.MethodOption;
import io.terge.spi.MethodOptions;
import io.terge.tensor.Shape;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The cases that a contract puts to a method: what the method's description allows. */
record MergeCases(MethodDescription description, List<Integer> inputCounts) {

    private static final List<Shape> SHAPES =
            List.of(Shape.of(), Shape.of(1), Shape.of(97), Shape.of(8, 12), Shape.of(2, 3, 5));
    private static final List<Shape> EMPTY = List.of(Shape.of(0), Shape.of(3, 0, 2));

    /** Cases of all shapes and numbers of inputs. */
    Stream<MergeCase> all() {
        return inputCounts.stream()
                .flatMap(count -> SHAPES.stream().map(shape -> make(7L * count, count, shape)));
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

    /** A case for each value of each option that is worth a try. */
    Stream<MergeCase> ofOptions() {
        return description.options().stream()
                .flatMap(option -> values(option).map(value -> defaults(option.name(), value)))
                .flatMap(options -> small(17).map(example -> example.withOptions(options)));
    }

    private MergeCase make(long seed, int inputs, Shape shape) {
        TensorFixtures fixtures = TensorFixtures.seeded(seed);
        List<double[]> values =
                IntStream.range(0, inputs)
                        .mapToObj(i -> fixtures.values(shape.elements()))
                        .toList();
        double[] weights =
                description.weighting() == Weighting.RELATIVE
                        ? fixtures.shares(inputs)
                        : fixtures.values(inputs);
        String label = "%d inputs of %s, %s".formatted(inputs, shape, fixtures);
        return new MergeCase(
                label,
                shape,
                values,
                weights,
                fixtures.values(shape.elements()),
                new MethodOptions(defaults()));
    }

    private Map<String, String> defaults() {
        return description.options().stream()
                .collect(
                        Collectors.toMap(
                                MethodOption::name,
                                MethodOption::defaultValue,
                                (one, another) -> one));
    }

    private MethodOptions defaults(String name, String value) {
        Map<String, String> values = defaults();
        values.put(name, value);
        return new MethodOptions(values);
    }

    private static Stream<String> values(MethodOption option) {
        return switch (option.type()) {
            case NUMBER ->
                    Stream.of(option.minimum(), option.maximum())
                            .filter(Double::isFinite)
                            .map(String::valueOf);
            case FLAG -> Stream.of("true", "false");
            case TEXT -> option.choices().stream();
        };
    }

    /** The case with its models in the opposite order. */
    static MergeCase reversed(MergeCase example) {
        List<double[]> inputs = new ArrayList<>(example.inputs());
        Collections.reverse(inputs);
        double[] weights = example.weights().clone();
        for (int i = 0; i < weights.length; i++) {
            weights[i] = example.weights()[weights.length - 1 - i];
        }
        return new MergeCase(
                example.label() + ", models reversed",
                example.shape(),
                inputs,
                weights,
                example.base(),
                example.options());
    }

    /** The case with a NaN in the middle of one input. */
    static MergeCase withNaN(MergeCase example, int input) {
        List<double[]> inputs = new ArrayList<>(example.inputs());
        double[] values = inputs.get(input).clone();
        values[values.length / 2] = Double.NaN;
        inputs.set(input, values);
        return example.withInputs(inputs);
    }
}
