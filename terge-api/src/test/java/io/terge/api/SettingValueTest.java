package io.terge.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.OptionalInt;

class SettingValueTest {

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "0.5, 0.5",
        "-0.0, -0",
        "0, 0",
        "-3, -3",
        "1e-7, 1.0E-7",
        "1e15, 1.0E15",
        "0.1, 0.1",
        "1e14, 100000000000000"
    })
    void aNumberIsWrittenAsShortAsItIsRead(double number, String text) {
        assertThat(SettingValue.of(number).text()).isEqualTo(text);
        assertThat(Double.parseDouble(text)).isEqualTo(number);
    }

    @Test
    void aGradientIsItsAnchors() {
        assertThat(SettingValue.gradient(0, 0.5, 1).text()).isEqualTo("[0,0.5,1]");
        assertThat(SettingValue.gradient(0, 1))
                .isEqualTo(new SettingValue.Gradient(List.of(0.0, 1.0)));
        assertThatIllegalArgumentException().isThrownBy(SettingValue::gradient);
    }

    @Test
    void aValuePerModelIsAList() {
        SettingValue each =
                new SettingValue.PerModel(
                        List.of(SettingValue.of(0.5), SettingValue.gradient(0, 1)));
        assertThat(each.text()).isEqualTo("0.5,[0,1]");
        assertThat(SettingValue.perModel(1, 0.25).text()).isEqualTo("1,0.25");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SettingValue.PerModel(List.of(each)))
                .withMessage("A per-model value must not itself be per model");
    }

    @Test
    void aSettingForAllSaysSo() {
        Setting setting = Setting.of("density", SettingValue.of("0.5"));
        assertThat(setting)
                .isEqualTo(new Setting("*", ModelScope.all(), "density", SettingValue.of(0.5)));
        assertThat(Setting.WEIGHT).isEqualTo("weight");
    }

    @Test
    void aRenameIsShownAsTheCommandLineHasIt() {
        assertThat(new Rename(ModelScope.model(1), "^bert\\.", "").text()).isEqualTo("1:^bert\\.=");
        assertThat(new Rename(ModelScope.all(), "a", "$0b").text()).isEqualTo("*:a=$0b");
        assertThat(new Rename(ModelScope.base(), "a", "b").text()).isEqualTo("base:a=b");
    }

    @Test
    void aScopeIncludesAllOneOrTheBase() {
        OptionalInt second = OptionalInt.of(1);
        OptionalInt apart = OptionalInt.empty();
        assertThat(ModelScope.all().includes(second, false)).isTrue();
        assertThat(ModelScope.all().includes(apart, true)).isTrue();
        assertThat(ModelScope.model(1).includes(second, false)).isTrue();
        assertThat(ModelScope.model(1).includes(second, true)).isTrue();
        assertThat(ModelScope.model(0).includes(second, true)).isFalse();
        assertThat(ModelScope.model(0).includes(apart, true)).isFalse();
        assertThat(ModelScope.base().includes(second, true)).isTrue();
        assertThat(ModelScope.base().includes(apart, true)).isTrue();
        assertThat(ModelScope.base().includes(second, false)).isFalse();
    }
}
