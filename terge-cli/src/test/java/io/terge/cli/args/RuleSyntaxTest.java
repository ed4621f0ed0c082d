package io.terge.cli.args;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terge.api.BaseChoice;
import io.terge.api.Rule;
import io.terge.model.ModelReference;
import io.terge.tensor.DType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import picocli.CommandLine.TypeConversionException;

import java.util.List;

class RuleSyntaxTest {

    @Test
    void aMethodIsANameOrASelectorAndAName() {
        MethodArgument converter = new MethodArgument();

        assertThat(converter.convert("arithmetic")).isEqualTo(new Rule<>("*", "arithmetic"));
        assertThat(converter.convert("regex:^a=b=slerp"))
                .isEqualTo(new Rule<>("regex:^a=b", "slerp"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a=", "=slerp"})
    void aMethodWithoutNameOrSelectorIsRefused(String text) {
        assertThatThrownBy(() -> new MethodArgument().convert(text))
                .isInstanceOf(TypeConversionException.class);
    }

    @Test
    void aTypeIsANameOrASelectorAndAName() {
        TypeArgument converter = new TypeArgument();

        assertThat(converter.convert("bf16")).isEqualTo(new Rule<>("*", DType.BF16));
        assertThat(converter.convert("regex:^a=b|c=float32"))
                .isEqualTo(new Rule<>("regex:^a=b|c", DType.F32));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a=", "=f32", "a=i8", "f32=a"})
    void aTypeWithoutNameOrSelectorIsRefused(String text) {
        assertThatThrownBy(() -> new TypeArgument().convert(text))
                .isInstanceOf(TypeConversionException.class);
    }

    @Test
    void aSeedIsAWholeNumberOf64Bits() {
        SeedArgument converter = new SeedArgument();

        assertThat(converter.convert("7")).isEqualTo(7);
        assertThat(converter.convert("-9223372036854775808")).isEqualTo(Long.MIN_VALUE);
        for (String text : List.of("", "1.5", "9223372036854775808", "0x1", "a")) {
            assertThatThrownBy(() -> converter.convert(text))
                    .isInstanceOf(TypeConversionException.class);
        }
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
