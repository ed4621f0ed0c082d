package io.terge.cli.args;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terge.api.BaseChoice;
import io.terge.model.ModelReference;
import io.terge.tensor.DType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import picocli.CommandLine.TypeConversionException;

class RuleSyntaxTest {

    @Test
    void aMethodIsANameOrASelectorAndAName() {
        MethodRule.Converter converter = new MethodRule.Converter();

        assertThat(converter.convert("arithmetic")).isEqualTo(new MethodRule("", "arithmetic"));
        assertThat(converter.convert("regex:^a=b=slerp"))
                .isEqualTo(new MethodRule("regex:^a=b", "slerp"));
    }

    @Test
    void anOptionMayHaveASelectorOfItsOwn() {
        OptionRule.Converter converter = new OptionRule.Converter();

        assertThat(converter.convert("density=0.5"))
                .isEqualTo(new OptionRule("", "density", "0.5"));
        assertThat(converter.convert("glob:a=b.*=density=0.5"))
                .isEqualTo(new OptionRule("glob:a=b.*", "density", "0.5"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "density", "density=", "=0.5", "=density=0.5", "a==0.5"})
    void anOptionWithoutNameOrValueIsRefused(String text) {
        assertThatThrownBy(() -> new OptionRule.Converter().convert(text))
                .isInstanceOf(TypeConversionException.class);
    }

    @Test
    void aBaseIsAnIndexIfItIsAWholeNumberElseAPath() {
        BaseArgument converter = new BaseArgument();

        assertThat(converter.convert("2")).isEqualTo(new BaseChoice.Index(2));
        assertThat(converter.convert("-1")).isEqualTo(new BaseChoice.Index(-1));
        assertThat(converter.convert("./2"))
                .isEqualTo(new BaseChoice.Other(ModelReference.at("./2")));
        assertThat(converter.convert("1.5"))
                .isEqualTo(new BaseChoice.Other(ModelReference.at("1.5")));
    }

    @Test
    void theTypesToWriteAreNamedInAnyCase() {
        OutputType converter = new OutputType();

        assertThat(converter.convert("bf16")).isEqualTo(DType.BF16);
        assertThat(converter.convert("F8_E4M3")).isEqualTo(DType.F8_E4M3);
        assertThatThrownBy(() -> converter.convert("i64"))
                .isInstanceOf(TypeConversionException.class);
    }
}
