package io.terge.error;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrintableTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"", "layer.0.weight", "Gew\u00e4cht \u6a21\u578b", "\ud83d\ude00", "a b"})
    void textsStayAsTheyAre(String text) {
        assertThat(PrintableText.of(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\0", "\n", "\t", "\u001b", "\u007f", "\u0085", "\u200b", "\u202e", "\u2028",
                "\u2029", "\ud83d", "\ude00"
            })
    void whatIsNotPrintableIsReplaced(String text) {
        assertThat(PrintableText.of("a" + text + "b")).isEqualTo("a?b");
    }
}
