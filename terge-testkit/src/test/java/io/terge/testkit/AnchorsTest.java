package io.terge.testkit;

import static io.terge.testkit.FaultyMethods.PLAIN;
import static io.terge.testkit.FaultyMethods.method;
import static io.terge.testkit.FaultyMethods.with;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terge.spi.method.MergeInput;
import io.terge.spi.method.MergeMethod;
import io.terge.spi.method.MethodOption;
import io.terge.spi.method.Output;
import io.terge.tensor.Shape;

import org.junit.jupiter.api.Test;

import java.util.Map;

class AnchorsTest {

    private static final MergeMethod MEAN = method(FaultyMethods::linear);
    private static final MergeCase TWO = Anchors.of(MEAN, Map.of(), Anchors.a(), Anchors.b());

    @Test
    void comparesToThePrecisionOfFloat() {
        Anchors.check(MEAN, TWO, 1, 2.25, 2.5, 4.625, -1.5, 0.5, 2, 1.25);
        Anchors.check(MEAN, TWO, 1, 2.25001, 2.5, 4.625, -1.5, 0.5, 2, 1.25);
        assertThatThrownBy(
                        () -> Anchors.check(MEAN, TWO, 1, 2.2502, 2.5, 4.625, -1.5, 0.5, 2, 1.25))
                .hasMessageContaining("element 1 is 2.25, expected 2.2502");
        assertThatThrownBy(() -> Anchors.check(MEAN, TWO, 1))
                .hasMessageContaining("number of elements");
    }

    @Test
    void hasABaseAndTwoRows() {
        assertThat(TWO.shape()).isEqualTo(Shape.of(2, 4));
        MergeMethod base = method(PLAIN.withBase(), merge -> Output.linearWithBase(1, 0, 0));
        Anchors.check(base, TWO, Anchors.base());
    }

    @Test
    void setsOptionsOfTheMethodAndOfEachModel() {
        MergeMethod method =
                with(
                        MethodOption.number("lambda", "Scale.").orElse(1),
                        MethodOption.number("density", "Fraction.").orElse(0.5).perModel());
        MergeCase parameter =
                Anchors.of(method, Map.of("density", "0.25"), Anchors.a(), Anchors.b());
        assertThat(parameter.options().number("lambda")).isEqualTo(1);
        assertThat(parameter.inputs())
                .hasSize(2)
                .allMatch(input -> input.options().number("density") == 0.25);
    }

    @Test
    void weightsModelsEquallyUnlessToldOtherwise() {
        assertThat(TWO.inputs()).extracting(MergeInput::weight).containsExactly(0.5, 0.5);
        assertThat(TWO.withWeights(1, 3).inputs())
                .extracting(MergeInput::weight)
                .containsExactly(1.0, 3.0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TWO.withWeights(1))
                .withMessage("Expected 2 weights, got 1");
    }
}
