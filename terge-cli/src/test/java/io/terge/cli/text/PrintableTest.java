package io.terge.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTest {

    @Test
    void controlCharactersAreShownByTheirCodes() {
        assertThat(Printable.line("a\u001b[31mred\r\n\u009b\u202eb"))
                .isEqualTo("a\\u001b[31mred\\u000d\\u000a\\u009b\\u202eb");
    }

    @Test
    void severalLinesKeepTheirLineFeeds() {
        assertThat(Printable.lines("a\nb\tc")).isEqualTo("a\nb\\u0009c");
    }

    @Test
    void lettersOfAnyLanguageStay() {
        assertThat(Printable.line("größe 重み \uD83D\uDE00")).isEqualTo("größe 重み \uD83D\uDE00");
    }
}
