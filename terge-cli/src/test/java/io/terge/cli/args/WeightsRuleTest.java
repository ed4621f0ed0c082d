package io.terge.cli.args;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import picocli.CommandLine.TypeConversionException;

class WeightsRuleTest {

    private final WeightsRule.Converter converter = new WeightsRule.Converter();

    @Test
    void aListAloneIsForEveryParameter() {
        WeightsRule rule = converter.convert("1,2.5, -3 ,4e-1");

        assertThat(rule.selector()).isEmpty();
        assertThat(rule.weights()).containsExactly(1.0, 2.5, -3.0, 0.4);
    }

    @Test
    void theSplitIsAtTheLastEqualsSign() {
        WeightsRule rule = converter.convert("regex:a=b$=3,2,1");

        assertThat(rule.selector()).isEqualTo("regex:a=b$");
        assertThat(rule.weights()).containsExactly(3.0, 2.0, 1.0);
    }

    @Test
    void numbersThatAreNotFiniteAreLeftToThePlanner() {
        WeightsRule rule = converter.convert("NaN,nan,Infinity,-inf,1e999");

        assertThat(rule.weights())
                .containsExactly(
                        Double.NaN,
                        Double.NaN,
                        Double.POSITIVE_INFINITY,
                        Double.NEGATIVE_INFINITY,
                        Double.POSITIVE_INFINITY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a=", "=1,2", "1,,2", "1,", ",", "x", "1f", "0x1p3", "1;2"})
    void anythingElseIsRefused(String text) {
        assertThatThrownBy(() -> converter.convert(text))
                .isInstanceOf(TypeConversionException.class);
    }
}
