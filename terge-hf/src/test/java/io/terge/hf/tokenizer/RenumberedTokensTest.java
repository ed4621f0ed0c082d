package io.terge.hf.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terge.error.TergeException;
import io.terge.hf.vocabulary.TokenizerTexts;
import io.terge.spi.format.Companion;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The expected files are made by {@code make.py}, and tried with the library for tokenizers. */
class RenumberedTokensTest {

    private static final Path FOLDER = Path.of("src", "test", "resources", "tokenizers");

    private static final RenumberedTokens TOKENS =
            new RenumberedTokens(Map.of(0, 0, 2, 1, 5, 2), Set.of("x", "<pad>"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"bpe | abc,##d,cd,<x>", "wordpiece | x,##do", "unigram | x,ab"})
    void tokensAreRemovedFromEachKind(String name, String removed) throws IOException {
        Set<String> all = Set.of(removed.split(","));
        String before = Files.readString(FOLDER.resolve(name + ".json"));
        Map<String, Integer> ids =
                TokenList.read(TokenizerTexts.companion("tokenizer.json", before)).ids();
        Map<Integer, Integer> numbers = new HashMap<>();
        ids.entrySet().stream()
                .filter(token -> !all.contains(token.getKey()))
                .map(Map.Entry::getValue)
                .sorted()
                .forEach(old -> numbers.put(old, numbers.size()));

        String after = edited(new RenumberedTokens(numbers, all), "tokenizer.json", before);

        assertThat(after).isEqualTo(Files.readString(FOLDER.resolve(name + "-without.json")));
    }

    @Test
    void mergesMayBeTexts() throws IOException {
        String text =
                """
                {"model": {"type": "BPE", "vocab": {"a": 0, "b": 1, "c": 2, "bc": 5},
                 "merges": ["a b", "b c", "c c"]}}
                """;
        RenumberedTokens tokens = new RenumberedTokens(Map.of(1, 0, 2, 1, 5, 2), Set.of("a", "cc"));
        assertThat(edited(tokens, "tokenizer.json", text).replaceAll("\\s", ""))
                .isEqualTo(
                        "{\"model\":{\"type\":\"BPE\",\"vocab\":{\"b\":0,\"c\":1,\"bc\":2},"
                                + "\"merges\":[\"bc\"]}}");
    }

    @Test
    void rolesOfRemovedTokensAreVacant() throws IOException {
        String text =
                """
                {"added_tokens_decoder": {"0": {"content": "<s>"}, "1": {"content": "x"},
                  "5": {"content": "</s>"}},
                 "bos_token": "<s>", "eos_token": "x",
                 "pad_token": {"content": "<pad>", "lstrip": false},
                 "unk_token": {"content": "<s>"}, "name": "x",
                 "additional_special_tokens": ["x", "</s>"], "model_max_length": 1e30}
                """;
        assertThat(edited(TOKENS, "tokenizer_config.json", text).replaceAll("\\s", ""))
                .isEqualTo(
                        "{\"added_tokens_decoder\":{\"0\":{\"content\":\"<s>\"},"
                                + "\"2\":{\"content\":\"</s>\"}},\"bos_token\":\"<s>\","
                                + "\"unk_token\":{\"content\":\"<s>\"},\"name\":\"x\","
                                + "\"additional_special_tokens\":[\"</s>\"],"
                                + "\"model_max_length\":1e30}");
    }

    @Test
    void aMapOfTokensIsNumberedAnew() throws IOException {
        assertThat(edited(TOKENS, "added_tokens.json", "{\"x\": 1, \"<s>\": 0, \"</s>\": 5}"))
                .isEqualTo("{\n  \"<s>\": 0,\n  \"</s>\": 2\n}\n");
    }

    @Test
    void otherFilesStay() {
        Companion file = TokenizerTexts.companion("vocab.txt", "x");
        assertThat(TOKENS.in(file)).isSameAs(file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tokenizer.json", "tokenizer_config.json", "added_tokens.json"})
    void malformedFilesAreRefused(String name) {
        for (String text : new String[] {"[]", "{\"a\": ", ""}) {
            assertThatThrownBy(() -> edited(TOKENS, name, text))
                    .isInstanceOf(TergeException.class)
                    .hasMessageContaining("'" + name + "' is not a valid list of tokens");
        }
    }

    @Test
    void someTokensAreNeeded() throws IOException {
        assertThat(needed("wordpiece"))
                .containsExactlyInAnyOrder("[PAD]", "[UNK]", "[CLS]", "[SEP]");
        assertThat(needed("bpe")).containsExactlyInAnyOrder("<s>", "<end>");
        assertThat(needed("unigram")).containsExactlyInAnyOrder("<unk>", "</s>");
    }

    @Test
    void tokensOfBytesAreNeeded() throws IOException {
        String levels =
                "{\"pre_tokenizer\": {\"type\": \"Sequence\", \"pretokenizers\":"
                        + " [{\"type\": \"ByteLevel\", \"use_regex\": true}]}}";
        Set<String> letters = NeededTokens.in(TokenizerTexts.companion("tokenizer.json", levels));
        // As published with GPT-2: a space is U+0120 and a line feed U+010A.
        assertThat(letters).hasSize(256).contains("!", "~", "\u0120", "\u010A", "\u0143", "\u00FF");
        assertThat(letters.stream().mapToInt(one -> one.codePointAt(0)).max()).hasValue(0x143);
        assertThat(
                        NeededTokens.in(
                                TokenizerTexts.companion(
                                        "tokenizer.json",
                                        "{\"model\": {\"byte_fallback\": true}}")))
                .hasSize(256)
                .contains("<0x00>", "<0x0A>", "<0xFF>");
    }

    private static Set<String> needed(String name) throws IOException {
        String text = Files.readString(FOLDER.resolve(name + ".json"));
        return NeededTokens.in(TokenizerTexts.companion("tokenizer.json", text)).stream()
                .collect(Collectors.toSet());
    }

    private static String edited(RenumberedTokens tokens, String name, String text)
            throws IOException {
        return new String(
                tokens.in(TokenizerTexts.companion(name, text)).open().readAllBytes(),
                StandardCharsets.UTF_8);
    }
}
