package io.terge.recipes.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SizeTextTest {

    @ParameterizedTest
    @CsvSource({
        "5000000000, 5GB",
        "1500000000, 1500MB",
        "1073741824, 1GiB",
        "524288000, 500MiB",
        "1234567, 1234567B"
    })
    void aSizeIsWrittenInTheLargestExactUnit(long bytes, String expected) {
        assertThat(SizeText.of(bytes)).isEqualTo(expected);
        assertThat(SizeText.parse(expected)).isEqualTo(bytes);
    }

    @Test
    void aShardOfAFewBytesIsAMistake() {
        assertThat(SizeText.parseShard("5B")).isEqualTo(5);
        assertThat(SizeText.parseShard("1000000")).isEqualTo(1_000_000);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SizeText.parseShard("5"))
                .withMessageContaining("such as 5GB");
    }
}
