package io.terge.methods.sparse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.terge.spi.method.MergeInput;
import io.terge.spi.method.MergeMethod;
import io.terge.tensor.Shape;
import io.terge.testkit.BlockOrder;
import io.terge.testkit.MergeCase;
import io.terge.testkit.ReferenceMerge;
import io.terge.testkit.ReferenceMerge.Outcome;
import io.terge.testkit.TensorFixtures;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Methods that trim, with thresholds of whole models. */
class ModelScopeTest {

    private static final double DENSITY = 0.3;
    private static final Map<String, String> OPTIONS =
            Map.of("scope", "model", "density", "0.3", "normalize", "false");

    // The third model has two of the parameters only; the sum is that of large vectors.
    private static final List<List<Integer>> HOLDERS =
            List.of(List.of(0, 1, 2), List.of(0, 1), List.of(0, 1, 2), List.of(1));
    private static final List<Shape> SHAPES =
            List.of(Shape.of(130, 140), Shape.of(97), Shape.of(), Shape.of(3, 5, 7));

    @Test
    void tiesKeepsTheLargestElementsOfTheModel() {
        checkAgainstSlow(new Ties(), 0, true);
    }

    @Test
    void breadcrumbsDropsTheLargestElementsOfTheModel() {
        checkAgainstSlow(new Breadcrumbs(), 0.1, false);
        checkAgainstSlow(new BreadcrumbsTies(), 0.1, true);
    }

    @Test
    void equalElementsAreTakenInTheOrderOfTheModel() {
        MergeMethod method = new Ties();
        double[] ones = {1, 1, 1, 1};
        MergeCase first =
                MergeCase.of(List.of(ones))
                        .withBase(new double[4])
                        .withShape(Shape.of(4))
                        .withOptions(method, options(method))
                        .withName("first");
        double[] twos = {1, 1, 2, 1, 1, 1};
        MergeCase second =
                MergeCase.of(List.of(twos))
                        .withBase(new double[6])
                        .withShape(Shape.of(6))
                        .withOptions(method, options(method))
                        .withName("second");

        // 3 of 10 elements: the 2, and the first two of the others.
        List<Outcome> outcomes = ReferenceMerge.inOneBlock().run(method, List.of(first, second));

        assertThat(outcomes.get(0).values()).containsExactly(1, 1, 0, 0);
        assertThat(outcomes.get(1).values()).containsExactly(0, 0, 2, 0, 0, 0);
    }

    @Test
    void resultsDoNotDependOnBlocksOrThreads() {
        for (MergeMethod method : List.of(new Ties(), new Breadcrumbs(), new BreadcrumbsTies())) {
            List<MergeCase> model = model(method);
            List<Outcome> expected =
                    new ReferenceMerge(Integer.MAX_VALUE, BlockOrder.BACKWARD).run(method, model);
            for (ReferenceMerge other :
                    List.of(
                            new ReferenceMerge(7, BlockOrder.BACKWARD),
                            new ReferenceMerge(64, BlockOrder.CONCURRENT),
                            new ReferenceMerge(4096, BlockOrder.INTERLEAVED))) {
                List<Outcome> outcomes = other.run(method, model);
                for (int p = 0; p < expected.size(); p++) {
                    assertThat(outcomes.get(p).values())
                            .as("%s of %s", model.get(p).name(), method.name())
                            .isEqualTo(expected.get(p).values());
                }
            }
        }
    }

    private static void checkAgainstSlow(MergeMethod method, double gamma, boolean elects) {
        List<MergeCase> model = model(method);
        double[][][] trimmed = trimmed(model, gamma);
        List<Outcome> outcomes = new ReferenceMerge(512, BlockOrder.INTERLEAVED).run(method, model);
        for (int p = 0; p < model.size(); p++) {
            double[] expected = added(model.get(p), trimmed[p], elects);
            assertThat(outcomes.get(p).values())
                    .as("%s of %s", model.get(p).name(), method.name())
                    .containsExactly(expected, within(1e-12));
        }
    }

    private static List<MergeCase> model(MergeMethod method) {
        List<MergeCase> model = new ArrayList<>();
        for (int p = 0; p < SHAPES.size(); p++) {
            // Parameters change by different amounts, so that thresholds of each would differ.
            model.add(parameter(method, p, Math.pow(3, -p)));
        }
        return model;
    }

    private static Map<String, String> options(MergeMethod method) {
        Map<String, String> options = new TreeMap<>(OPTIONS);
        if (!(method instanceof Ties)) {
            options.put("gamma", "0.1");
        }
        return options;
    }

    private static MergeCase parameter(MergeMethod method, int p, double distance) {
        Shape shape = SHAPES.get(p);
        TensorFixtures fixtures = TensorFixtures.seeded(p + 1);
        double[] base = fixtures.values(shape.elements());
        List<double[]> numbers = new ArrayList<>();
        for (int i = 0; i < HOLDERS.get(p).size(); i++) {
            double[] noise = fixtures.values(shape.elements());
            double[] values = new double[base.length];
            Arrays.setAll(values, e -> base[e] + distance * noise[e]);
            numbers.add(values);
        }
        MergeCase made =
                MergeCase.of(numbers)
                        .withBase(base)
                        .withShape(shape)
                        .withOptions(method, options(method));
        List<MergeInput> inputs =
                IntStream.range(0, numbers.size())
                        .mapToObj(
                                i ->
                                        MergeInput.of(
                                                HOLDERS.get(p).get(i),
                                                0.5 + i,
                                                made.inputs().get(i).options()))
                        .toList();
        return made.withInputs(inputs).withName("parameter." + p);
    }

    /** The task vectors of each parameter, trimmed by a sort of all elements of a model. */
    private static double[][][] trimmed(List<MergeCase> model, double gamma) {
        double[][][] vectors = new double[model.size()][][];
        for (int p = 0; p < vectors.length; p++) {
            vectors[p] = new double[model.get(p).inputs().size()][model.get(p).base().length];
        }
        for (int m = 0; m < 3; m++) {
            List<Element> elements = elements(model, m);
            elements.sort((one, other) -> Double.compare(other.size(), one.size()));
            int large = (int) (gamma * elements.size());
            int kept = (int) (DENSITY * elements.size());
            for (Element each : elements.subList(large, large + kept)) {
                vectors[each.parameter][each.input][each.index] = each.value;
            }
        }
        return vectors;
    }

    private static List<Element> elements(List<MergeCase> model, int m) {
        List<Element> elements = new ArrayList<>();
        for (int p = 0; p < model.size(); p++) {
            int input = HOLDERS.get(p).indexOf(m);
            if (input >= 0) {
                double[] vector = TaskVectors.of(model.get(p), input);
                for (int e = 0; e < vector.length; e++) {
                    elements.add(new Element(p, input, e, vector[e]));
                }
            }
        }
        return elements;
    }

    private static double[] added(MergeCase example, double[][] vectors, boolean elects) {
        double[] output = example.base().clone();
        for (int e = 0; e < output.length; e++) {
            double all = 0;
            double positive = 0;
            for (int i = 0; i < vectors.length; i++) {
                double value = example.inputs().get(i).weight() * vectors[i][e];
                all += value;
                positive += Math.max(0, value);
            }
            output[e] += !elects ? all : all >= 0 ? positive : all - positive;
        }
        return output;
    }

    private record Element(int parameter, int input, int index, double value) {

        double size() {
            return Math.abs(value);
        }
    }
}
