package io.terge.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0 B",
        "999, 999 B",
        "1000, 1.00 KB",
        "999994, 999.99 KB",
        "999999, 1.00 MB",
        "4294967296, 4.29 GB",
        "9223372036854775807, 9.22 EB"
    })
    void bytesAreShownInTheLargestUnitThatFits(long bytes, String text) {
        assertThat(Quantity.bytes(bytes)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 1",
        "0.5, 0.5",
        "-2.25, -2.25",
        "0.3333333333333333, 0.333333",
        "0.6666666666666666, 0.666667",
        "1e300, 1E+300",
        "1e-300, 1E-300",
        "100000, 100000"
    })
    void weightsAreShownWithSixDigits(double weight, String text) {
        assertThat(Quantity.weight(weight)).isEqualTo(text);
    }

    @Test
    void timesAreShownInSecondsAndCountsWithTheirNoun() {
        assertThat(Quantity.time(61.26)).isEqualTo("61.3 s");
        assertThat(Quantity.count(1, "parameter")).isEqualTo("1 parameter");
        assertThat(Quantity.count(0, "parameter")).isEqualTo("0 parameters");
    }
}
