package io.terge.cli.args;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terge.api.ModelScope;
import io.terge.api.Setting;
import io.terge.api.SettingValue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import picocli.CommandLine.TypeConversionException;

import java.util.List;

class WeightsArgumentTest {

    private final WeightsArgument converter = new WeightsArgument();

    @Test
    void aListAloneIsForEveryParameter() {
        assertThat(converter.convert("1,2.5, -3 ,4e-1"))
                .isEqualTo(weights("*", 1.0, 2.5, -3.0, 0.4));
    }

    @Test
    void theSplitIsAtTheLastEqualsSign() {
        assertThat(converter.convert("regex:a=b$=3,2,1")).isEqualTo(weights("regex:a=b$", 3, 2, 1));
    }

    @Test
    void oneWeightIsAListOfOne() {
        assertThat(converter.convert("0.5")).isEqualTo(weights("*", 0.5));
    }

    @Test
    void numbersThatAreNotFiniteAreLeftToThePlanner() {
        assertThat(converter.convert("NaN,nan,Infinity,-inf,1e999"))
                .isEqualTo(
                        weights(
                                "*",
                                Double.NaN,
                                Double.NaN,
                                Double.POSITIVE_INFINITY,
                                Double.NEGATIVE_INFINITY,
                                Double.POSITIVE_INFINITY));
    }

    @Test
    void aModelMayHaveAGradient() {
        assertThat(converter.convert("glob:a[0-9].*=[0, 0.5,1],1 , [2]").value())
                .isEqualTo(
                        new SettingValue.PerModel(
                                List.of(
                                        SettingValue.gradient(0, 0.5, 1),
                                        SettingValue.of(1),
                                        SettingValue.gradient(2))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a=",
                "=1,2",
                "1,,2",
                "1,",
                ",",
                "x",
                "1f",
                "0x1p3",
                "1;2",
                "[0,1",
                "[]",
                "[0,]",
                "[0,1f]",
                "[0x1p3]",
                "[0,1]2",
                "0,1]",
                "[[0,1]]",
                "[0,1],",
                "[0,1][2]"
            })
    void anythingElseIsRefused(String text) {
        assertThatThrownBy(() -> converter.convert(text))
                .isInstanceOf(TypeConversionException.class);
    }

    private static Setting weights(String selector, double... numbers) {
        return new Setting(
                selector, ModelScope.all(), Setting.WEIGHT, SettingValue.perModel(numbers));
    }
}
