package io.terge.engine.cost;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemorySizeTest {

    @ParameterizedTest
    @CsvSource({
        "1, 1 B, 1 B",
        "999, 999 B, 999 B",
        "1000, 1 KB, 1 KB",
        "1001, 1 KB, 1.01 KB",
        "82656, 82.6 KB, 82.7 KB",
        "999999, 999 KB, 1 MB",
        "512000000, 512 MB, 512 MB",
        "9223372036854775807, 9.22 EB, 9.23 EB"
    })
    void isShownWithThreeDigitsFromBelowAndFromAbove(long bytes, String below, String above) {
        assertThat(MemorySize.atMost(bytes)).isEqualTo(below);
        assertThat(MemorySize.atLeast(bytes)).isEqualTo(above);
    }
}
