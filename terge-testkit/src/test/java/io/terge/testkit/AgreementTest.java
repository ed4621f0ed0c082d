package io.terge.testkit;

import static io.terge.testkit.FaultyMethods.PLAIN;
import static io.terge.testkit.FaultyMethods.linear;
import static io.terge.testkit.FaultyMethods.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terge.spi.method.Access;
import io.terge.spi.method.MergeMethod;
import io.terge.spi.method.MethodOption;
import io.terge.spi.method.Output;
import io.terge.tensor.Shape;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;

class AgreementTest {

    @Test
    void acceptsTheSameResults() {
        Agreement.check(method(FaultyMethods::linear), 3, Map.of(), AgreementTest::mean);
    }

    @Test
    void acceptsWhatFloatCannotTellApart() {
        check(mean -> Math.nextUp(mean));
        check(mean -> mean + 0.4 * Math.ulp((float) mean));
    }

    @Test
    void namesTheElementThatDiffers() {
        assertThatThrownBy(() -> check(mean -> mean + 2 * Math.ulp((float) mean)))
                .isInstanceOf(AssertionError.class)
                .hasMessageMatching(
                        "(?s)Merge method 'faulty' .*: element 0 is \\S+, expected \\S+,"
                                + " 2 models of F32 .*, distance 1.0, seed .*");
    }

    @Test
    void refusesNumbersThatOnlyOneOfThemHas() {
        assertThatThrownBy(() -> check(mean -> Double.NaN)).isInstanceOf(AssertionError.class);
        MergeMethod shows = method(merge -> Output.linear(Double.NaN, 1));
        assertThatThrownBy(() -> Agreement.check(shows, 2, Map.of(), AgreementTest::mean))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void refusesAnotherNumberOfElements() {
        assertThatThrownBy(
                        () ->
                                Agreement.check(
                                        method(FaultyMethods::linear),
                                        2,
                                        Map.of(),
                                        parameter -> new double[0]))
                .hasMessageContaining("number of elements, 2 models");
    }

    @Test
    void comparesParametersOfManyKinds() {
        List<MergeCase> seen = seen(method(FaultyMethods::linear));
        assertThat(seen.stream().map(MergeCase::shape).map(Shape::rank).distinct())
                .containsExactlyInAnyOrder(0, 1, 2, 4);
        assertThat(seen).anyMatch(each -> hasEqualValues(each.base()));
        assertThat(seen).anyMatch(each -> each.base()[0] != (float) each.base()[0]);
        assertThat(seen).anyMatch(each -> Arrays.equals(each.base(), each.numbers().getFirst()));
        assertThat(seen.stream().map(MergeCase::toString)).doesNotHaveDuplicates();
    }

    @Test
    void comparesWithoutABaseIfTheMethodReadsItOnlyIfStated() {
        assertThat(seen(method(FaultyMethods::linear))).allMatch(MergeCase::statesBase);
        MergeMethod either =
                method(
                        PLAIN.access(Access.once().withBaseIfStated()),
                        merge -> {
                            merge.hasBase();
                            return linear(merge);
                        });
        assertThat(
                        seen(either).stream()
                                .collect(
                                        Collectors.groupingBy(
                                                MergeCase::statesBase, Collectors.counting()))
                                .values()
                                .stream()
                                .distinct())
                .hasSize(1);
    }

    @Test
    void setsOptions() {
        MergeMethod scaled =
                method(
                        PLAIN.option(MethodOption.number("scale", "Of the sum.").orElse(1)),
                        merge ->
                                Output.linear(
                                        FaultyMethods.scaled(
                                                merge.weights(), merge.options().number("scale"))));
        Agreement.check(
                scaled, 2, Map.of("scale", "2"), parameter -> changed(parameter, mean -> 2 * mean));
        assertThatThrownBy(
                        () -> Agreement.check(scaled, 2, Map.of("size", "2"), AgreementTest::mean))
                .hasMessage("Method 'faulty' has no option 'size'");
    }

    private static void check(DoubleUnaryOperator change) {
        Agreement.check(
                method(FaultyMethods::linear),
                2,
                Map.of(),
                parameter -> changed(parameter, change));
    }

    private static List<MergeCase> seen(MergeMethod method) {
        List<MergeCase> seen = new ArrayList<>();
        Agreement.check(
                method,
                2,
                Map.of(),
                parameter -> {
                    seen.add(parameter);
                    return mean(parameter);
                });
        return seen;
    }

    private static boolean hasEqualValues(double[] values) {
        return values.length > 50 && Arrays.stream(values).distinct().count() < values.length;
    }

    private static double[] changed(MergeCase parameter, DoubleUnaryOperator change) {
        return Arrays.stream(mean(parameter)).map(change).toArray();
    }

    private static double[] mean(MergeCase parameter) {
        double[] mean = new double[parameter.base().length];
        for (int i = 0; i < parameter.inputs().size(); i++) {
            double weight = parameter.inputs().get(i).weight();
            double[] values = parameter.numbers().get(i);
            Arrays.setAll(mean, e -> mean[e] + weight * values[e]);
        }
        return mean;
    }
}
