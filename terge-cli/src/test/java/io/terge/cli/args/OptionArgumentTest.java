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

class OptionArgumentTest {

    private final OptionArgument converter = new OptionArgument();

    @Test
    void anOptionMayHaveASelectorOfItsOwn() {
        assertThat(converter.convert("density=0.5"))
                .isEqualTo(option("*", "density", SettingValue.of("0.5")));
        assertThat(converter.convert("glob:a=b.*=density= 0.5 "))
                .isEqualTo(option("glob:a=b.*", "density", SettingValue.of("0.5")));
    }

    @Test
    void aListIsAValueForEachModel() {
        assertThat(converter.convert("density=0.5, 0.3"))
                .isEqualTo(
                        option(
                                "*",
                                "density",
                                new SettingValue.PerModel(
                                        List.of(SettingValue.of("0.5"), SettingValue.of("0.3")))));
    }

    @Test
    void textsWithCommasAreTextsForEachModel() {
        assertThat(converter.convert("mode=fast,ex[a]ct").value())
                .isEqualTo(
                        new SettingValue.PerModel(
                                List.of(SettingValue.of("fast"), SettingValue.of("ex[a]ct"))));
    }

    @Test
    void aGradientIsInBracketsWhoseCommasAreItsOwn() {
        assertThat(converter.convert("t=[0,0.5,-1]").value())
                .isEqualTo(SettingValue.gradient(0, 0.5, -1));
        assertThat(converter.convert("glob:a,[bc].*=t=[0,1],0.5").value())
                .isEqualTo(
                        new SettingValue.PerModel(
                                List.of(SettingValue.gradient(0, 1), SettingValue.of("0.5"))));
        assertThat(converter.convert("t=[0,1],[nan,-inf]").value())
                .isEqualTo(
                        new SettingValue.PerModel(
                                List.of(
                                        SettingValue.gradient(0, 1),
                                        SettingValue.gradient(
                                                Double.NaN, Double.NEGATIVE_INFINITY))));
    }

    @Test
    void whatIsOneValueIsNotLookedAt() {
        assertThat(converter.convert("switch=true").value()).isEqualTo(SettingValue.of("true"));
        assertThat(converter.convert("number=1f").value()).isEqualTo(SettingValue.of("1f"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "density", "density=", "density= ", "=0.5", "=density=0.5", "a==0.5", "a=1,",
                "a=,1", "a=1,,2", "a=[", "a=[0,1", "a=[]", "a=[0,x]", "a=[1f]", "a=[0,1]2"
            })
    void anythingElseIsRefused(String text) {
        assertThatThrownBy(() -> converter.convert(text))
                .isInstanceOf(TypeConversionException.class);
    }

    private static Setting option(String selector, String name, SettingValue value) {
        return new Setting(selector, ModelScope.all(), name, value);
    }
}
