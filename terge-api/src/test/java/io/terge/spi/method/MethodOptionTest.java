package io.terge.spi.method;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MethodOptionTest {

    private static final MethodOption NUMBER = MethodOption.number("n", "A number.");
    private static final MethodOption WHOLE = MethodOption.whole("w", "A whole number.");
    private static final MethodOption TEXT = MethodOption.text("t", "A text.", "x", "y");

    @Test
    void saysWhichValuesThereAre() {
        assertThat(NUMBER.range()).isEqualTo("a number");
        assertThat(NUMBER.between(0, 1).range()).isEqualTo("a number from 0 to 1");
        assertThat(NUMBER.between(-0.5, 1e300).range()).isEqualTo("a number from -0.5 to 1.0E300");
        assertThat(NUMBER.between(2, Double.MAX_VALUE).range()).isEqualTo("a number, at least 2");
        assertThat(NUMBER.between(-Double.MAX_VALUE, 2).range()).isEqualTo("a number, at most 2");
        assertThat(WHOLE.range()).isEqualTo("a whole number");
        assertThat(WHOLE.between(1, 64).range()).isEqualTo("a whole number from 1 to 64");
        assertThat(WHOLE.between(1, Integer.MAX_VALUE).range())
                .isEqualTo("a whole number, at least 1");
        assertThat(MethodOption.flag("f", "A flag.").range()).isEqualTo("true or false");
        assertThat(TEXT.range()).isEqualTo("one of x, y");
        assertThat(MethodOption.text("t", "A text.").range()).isEqualTo("any text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "0.5", "1e-3", "-0"})
    void aNumberIsAllowedWithinItsBoundsBothIncluded(String value) {
        assertThat(NUMBER.between(0, 1).allows(value)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1e-300", "1.1", "NaN", "Infinity", "", "half", "0,5", "[0,1]"})
    void anythingElseIsNot(String value) {
        assertThat(NUMBER.between(0, 1).allows(value)).isFalse();
    }

    @Test
    void anUnboundedNumberIsFinite() {
        assertThat(NUMBER.allows("-1.7976931348623157e308")).isTrue();
        assertThat(NUMBER.allows("1e309")).isFalse();
    }

    @Test
    void aWholeNumberHasThirtyTwoBitsAndNoFraction() {
        assertThat(WHOLE.allows("2147483647")).isTrue();
        assertThat(WHOLE.allows("-2147483648")).isTrue();
        assertThat(WHOLE.allows("+7")).isTrue();
        assertThat(WHOLE.allows("2147483648")).isFalse();
        assertThat(WHOLE.allows("1.0")).isFalse();
        assertThat(WHOLE.allows("1e3")).isFalse();
        assertThat(WHOLE.between(1, 3).allows("4")).isFalse();
    }

    @Test
    void flagsAndTextsAreAllowedAsTheyAreSpelt() {
        assertThat(MethodOption.flag("f", "A flag.").allows("true")).isTrue();
        assertThat(MethodOption.flag("f", "A flag.").allows("True")).isFalse();
        assertThat(TEXT.allows("y")).isTrue();
        assertThat(TEXT.allows("Y")).isFalse();
        assertThat(MethodOption.text("t", "A text.").allows("")).isTrue();
    }

    @Test
    void anOptionWithoutADefaultIsRequired() {
        assertThat(NUMBER.isRequired()).isTrue();
        assertThat(NUMBER.defaultValue()).isEmpty();
        assertThat(NUMBER.orElse(0.5).defaultValue()).contains("0.5");
        assertThat(WHOLE.orElse(3).defaultValue()).contains("3");
        assertThat(MethodOption.flag("f", "A flag.").orElse(true).defaultValue()).contains("true");
        assertThat(TEXT.orElse("x").isRequired()).isFalse();
    }

    @Test
    void everyWordMakesANewOption() {
        MethodOption density = NUMBER.between(0, 1).perModel();
        assertThat(NUMBER.isPerModel()).isFalse();
        assertThat(NUMBER.maximum()).isEqualTo(Double.MAX_VALUE);
        assertThat(density.isPerModel()).isTrue();
        assertThat(density.orElse(1.0)).isNotEqualTo(density);
        assertThat(density.orElse(1.0).isPerModel()).isTrue();
        assertThat(density)
                .isEqualTo(MethodOption.number("n", "A number.").perModel().between(0, 1));
    }
}
