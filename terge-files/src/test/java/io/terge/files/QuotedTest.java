package io.terge.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuotedTest {

    @Test
    void whatATerminalObeysIsReplaced() {
        assertThat(Quoted.of("a\u001b[2J\n\u202eb\ud800ä😀")).isEqualTo("'a?[2J??b?ä😀'");
    }

    @Test
    void textsWithQuotesOfTheirOwnGetNoMore() {
        assertThat(Quoted.text("a 'b'\n")).isEqualTo("a 'b'?");
        assertThat(Quoted.text("x".repeat(201))).isEqualTo("x".repeat(200) + "...");
    }

    @Test
    void longTextsAreCutBetweenCharacters() {
        assertThat(Quoted.of("😀".repeat(200))).isEqualTo("'" + "😀".repeat(200) + "'");
        assertThat(Quoted.of("😀".repeat(201))).isEqualTo("'" + "😀".repeat(200) + "...'");
    }
}
