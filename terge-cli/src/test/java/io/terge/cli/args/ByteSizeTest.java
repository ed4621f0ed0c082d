package io.terge.cli.args;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import picocli.CommandLine.TypeConversionException;

class ByteSizeTest {

    private final ByteSize.Converter converter = new ByteSize.Converter();

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "123456789012, 123456789012",
        "7B, 7",
        "5KB, 5000",
        "5GB, 5000000000",
        "1.5 MB, 1500000",
        "2tb, 2000000000000",
        "1KiB, 1024",
        "500MiB, 524288000",
        "4GiB, 4294967296",
        "0.5kib, 512",
        "10M, 10000000",
        "5g, 5000000000",
        "2 T, 2000000000000",
        "4Gi, 4294967296"
    })
    void aSizeIsANumberAndAUnit(String text, long bytes) {
        assertThat(converter.convert(text).bytes()).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "GB",
                "5XB",
                "-5GB",
                "1e9",
                "0",
                "0GB",
                "0.1B",
                "9223372036854775808",
                "99999999TiB",
                "5GB5"
            })
    void anythingElseIsRefused(String text) {
        assertThatThrownBy(() -> converter.convert(text))
                .isInstanceOf(TypeConversionException.class);
    }
}
