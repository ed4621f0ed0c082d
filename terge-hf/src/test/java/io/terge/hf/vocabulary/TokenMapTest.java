package io.terge.hf.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terge.error.TergeException;
import io.terge.hf.tokenizer.AddedToken;
import io.terge.hf.tokenizer.TokenList;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.List;
import java.util.Map;

class TokenMapTest {

    @Test
    void readsBpeWithAddedTokensAndTheirFlags() throws IOException {
        TokenMap map = read(TokenizerTexts.BPE, 12);
        assertThat(map.tokens().values())
                .containsExactly("<s>", "a", "b", "c", "d", "ab", "cd", "abc", "<end>");
        assertThat(map.list().added())
                .containsExactly(
                        new AddedToken(0, "<s>", false, false, false, false, true),
                        new AddedToken(8, "<end>", false, false, true, false, true));
        assertThat(map.list().further()).containsExactly("<end>");
        assertThat(map.isPadding(8)).isFalse();
        assertThat(map.isPadding(9)).isTrue();
        assertThat(map.isPadding(11)).isTrue();
        assertThat(map.isPadding(12)).isFalse();
    }

    @Test
    void readsWordPieceAndUnigram() throws IOException {
        assertThat(read(TokenizerTexts.WORD_PIECE, 6).tokens().values())
                .containsExactly("[UNK]", "ab", "##c", "a", "##b", "x");
        assertThat(read(TokenizerTexts.UNIGRAM, 5).tokens().values())
                .containsExactly("<unk>", "a", "b", "ab", "abc");
    }

    @Test
    void tokensWithoutARowAreTold() throws IOException {
        TokenMap map = read(TokenizerTexts.BPE, 8);
        assertThat(map.tokens()).hasSize(8).doesNotContainValue("<end>");
        assertThat(map.rowless()).isEqualTo(Map.of(8, "<end>"));
        assertThat(map.has("<end>")).isFalse();
        assertThat(map.warning().orElseThrow().toString())
                .contains("VOCABULARY_TOO_LARGE")
                .contains("tokenizer.json of 'm' has tokens without a row")
                .contains("'<end>' has the ID 8, but there are 8 rows")
                .contains("tokens that count as missing: 1");
        assertThat(read(TokenizerTexts.BPE, 9).warning()).isEmpty();
    }

    @Test
    void someTokenNeedsARow() {
        TokenList list = new TokenList(Map.of("a", 7), List.of());
        assertThatThrownBy(() -> TokenMap.of("m", list, 4))
                .hasMessageContaining("'m' does not match its embedding")
                .hasMessageContaining("'a' has the ID 7, but there are 4 rows")
                .hasMessageContaining("fix: ");
    }

    @Test
    void noTwoTokensShareANumber() {
        TokenList list = new TokenList(Map.of("a", 0, "b", 1, "c", 1), List.of());
        assertThatThrownBy(() -> TokenMap.of("m", list, 4))
                .isInstanceOfSatisfying(
                        TergeException.class,
                        refused ->
                                assertThat(refused.code())
                                        .isEqualTo(VocabularyCode.VOCABULARY_INVALID))
                .hasMessageContaining("'m' gives the ID 1 to two tokens: 'b' and 'c'");
    }

    @Test
    void aNumberMustNotBeNegative() {
        TokenList list = new TokenList(Map.of("a", 0, "b", -3), List.of());
        assertThatThrownBy(() -> TokenMap.of("m", list, 4))
                .hasMessageContaining("'b' has the ID -3");
    }

    @Test
    void thereAreTokens() {
        TokenList list = new TokenList(Map.of(), List.of());
        assertThatThrownBy(() -> TokenMap.of("m", list, 4))
                .isInstanceOfSatisfying(
                        TergeException.class,
                        refused ->
                                assertThat(refused.code())
                                        .isEqualTo(VocabularyCode.VOCABULARY_MISSING));
    }

    private static TokenMap read(String tokenizer, int rows) throws IOException {
        return TokenMap.of(
                "m", TokenList.read(TokenizerTexts.companion("tokenizer.json", tokenizer)), rows);
    }
}
