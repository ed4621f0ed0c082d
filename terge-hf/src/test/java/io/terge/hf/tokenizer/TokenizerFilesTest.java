package io.terge.hf.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terge.error.TergeException;
import io.terge.spi.format.Vocabulary;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

class TokenizerFilesTest {

    @TempDir private Path folder;

    @Test
    void readsTheVocabularyAndTheAddedTokens() throws IOException {
        write(
                "tokenizer.json",
                """
                {"version": "1.0", "truncation": {"max_length": 5},
                 "added_tokens": [{"id": 2, "content": "<s>", "special": true, "x": {"id": 9}}],
                 "model": {"type": "BPE", "vocab": {"a": 0, "b": 1}, "merges": ["a b", ["a", "b"]]}}
                """);
        write("vocab.txt", "other");
        Vocabulary found = found();
        assertThat(found.name()).isEqualTo("tokenizer.json");
        assertThat(found.tokens()).isEqualTo(Map.of("a", 0, "b", 1, "<s>", 2));
    }

    @Test
    void scoredTokensAreNumberedByTheirPlaces() throws IOException {
        write(
                "tokenizer.json",
                """
                {"model": {"vocab": [["<unk>", 0.0], ["a", -1.5], ["b", -2]], "unk_id": 0}}
                """);
        assertThat(found().tokens()).isEqualTo(Map.of("<unk>", 0, "a", 1, "b", 2));
    }

    @Test
    void readsOlderFiles() throws IOException {
        write("vocab.txt", "[PAD]\n[UNK]\nthe\n");
        assertThat(found().tokens()).isEqualTo(Map.of("[PAD]", 0, "[UNK]", 1, "the", 2));
        write("vocab.json", "{\"a\": 0}");
        write("added_tokens.json", "{\"<new>\": 1}");
        assertThat(found().tokens()).isEqualTo(Map.of("a", 0, "<new>", 1));
    }

    @Test
    void filesOfOtherKindsAreComparedByTheirContents() throws IOException {
        write("tokenizer.model", "one");
        String identity = found().identity();
        assertThat(found().tokens()).isEmpty();
        assertThat(found().identity()).isEqualTo(identity);
        write("tokenizer.model", "two");
        assertThat(found().identity()).isNotEqualTo(identity);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"model\": {\"vocab\": {\"a\": \"b\"}}}",
                "{\"model\": {\"vocab\": [1]}}",
                "{\"added_tokens\": [1]}",
                "{\"model\": {\"vocab\": {\"a\": 99999999999}}}",
                "{\"a\""
            })
    void malformedFilesAreNamed(String contents) throws IOException {
        write("tokenizer.json", contents);
        Vocabulary found = found();
        assertThatThrownBy(found::tokens)
                .isInstanceOfSatisfying(
                        TergeException.class,
                        failure ->
                                assertThat(failure.code())
                                        .isEqualTo(TokenizerCode.TOKENIZER_INVALID))
                .hasMessageContaining(folder.resolve("tokenizer.json").toString());
    }

    @Test
    void aModelMayHaveNoTokens() {
        assertThat(TokenizerFiles.in(folder, name -> false)).isEmpty();
    }

    private Vocabulary found() {
        return TokenizerFiles.in(folder, name -> false).orElseThrow();
    }

    private void write(String name, String contents) throws IOException {
        Files.writeString(folder.resolve(name), contents);
    }
}
