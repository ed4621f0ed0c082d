package io.terge.cli.args;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import picocli.CommandLine.TypeConversionException;

class OutputTypeTest {

    private final OutputType converter = new OutputType();

    @ParameterizedTest
    @CsvSource({
        "BF16, BF16",
        "bfloat16, BF16",
        "torch.bfloat16, BF16",
        "fp16, F16",
        "float16, F16",
        "half, F16",
        "fp32, F32",
        "float32, F32",
        "float64, F64",
        "float8_e4m3fn, F8_E4M3",
        "fp8_e5m2, F8_E5M2"
    })
    void namesOfOtherLibrariesAreUnderstood(String text, String name) {
        assertThat(converter.convert(text).name()).isEqualTo(name);
    }

    @Test
    void eightBitsAreTwoTypes() {
        assertThatThrownBy(() -> converter.convert("fp8"))
                .isInstanceOf(TypeConversionException.class)
                .hasMessageContaining("choose f8_e4m3 or f8_e5m2");
    }
}
