package io.terge.hf.vocabulary.view;

import static io.terge.hf.vocabulary.view.Views.BIAS;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.hf.Models;
import io.terge.hf.vocabulary.VocabularyCode;
import io.terge.spi.format.Companion;
import io.terge.spi.format.ModelSource;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The files of views: tokenizers and configurations. */
class VocabularyFilesTest {

    @TempDir private Path folder;

    private Views models = new Views(Path.of(""));

    @BeforeEach
    void chooseFolder() {
        models = new Views(folder);
    }

    @Test
    void theTokenizerIsThatOfTheModelWithTheVocabulary() throws IOException {
        List<Path> all = List.of(models.first(), models.second());
        try (ModelSource view = Views.open("1", all, 0, 0)) {
            assertThat(Models.values(view, BIAS)).containsExactly(2, 1, 30, 40);
            assertThat(Views.companion(view, "tokenizer.json"))
                    .isEqualTo(Files.readString(all.get(1).resolve("tokenizer.json")));
            assertThat(view.warnings()).isEmpty();
        }
    }

    @Test
    void theConfigurationHasTheNumberOfRows() throws IOException {
        try (ModelSource view =
                Views.open("union", List.of(models.first(), models.second()), 0, 0)) {
            assertThat(Views.companion(view, "config.json"))
                    .contains("\"vocab_size\": 5")
                    .contains("\"model_type\": \"llama\"");
        }
    }

    @Test
    void theIntersectionRemovesTokens() throws IOException {
        List<Path> all = List.of(models.second(), models.first());
        try (ModelSource view = Views.open("intersection", all, 0, 0)) {
            assertThat(Models.values(view, BIAS)).containsExactly(10, 20);
            assertThat(Views.companion(view, "config.json")).contains("\"vocab_size\": 2");
            assertThat(Views.companion(view, "tokenizer.json")).doesNotContain("x", "\"y\"");
            assertThat(view.warnings()).isEmpty();
        }
        try (ModelSource view = Views.open("intersection", all, 0, 1)) {
            assertThat(Models.values(view, BIAS)).containsExactly(2, 1);
        }
    }

    @Test
    void tokensInTheConfigurationGetTheirNewNumbers() throws IOException {
        Path model = models.first();
        String config =
                """
                {"vocab_size": 3, "bos_token_id": 1, "eos_token_id": [0, 2], "pad_token_id": -1}
                """;
        Files.writeString(model.resolve("config.json"), config);
        Files.writeString(model.resolve("generation_config.json"), config);
        try (ModelSource view = Views.open("1", List.of(model, models.second()), 0, 0)) {
            for (String file : List.of("config.json", "generation_config.json")) {
                // b is 0 and a is 1; there is no c
                assertThat(Views.companion(view, file).replaceAll("\\s+", " "))
                        .contains("\"bos_token_id\": 0, \"eos_token_id\": [ 1, 2 ]")
                        .contains("\"pad_token_id\": -1");
            }
            assertThat(view.warnings())
                    .hasSize(2)
                    .allMatch(one -> one.code() == VocabularyCode.VOCABULARY_NUMBERS_OUTDATED)
                    .anyMatch(
                            one ->
                                    one.toString()
                                            .contains(
                                                    "generation_config.json names tokens that the"
                                                            + " output does not have: 'c'"));
        }
    }

    @Test
    void filesThatCannotLoseTokensAreLeftOut() throws IOException {
        Path model = models.second();
        for (String name : List.of("vocab.json", "merges.txt", "chat_template.jinja")) {
            Files.writeString(model.resolve(name), "as it is");
        }
        try (ModelSource view = Views.open("intersection", List.of(model, models.first()), 0, 0)) {
            assertThat(view.companions())
                    .extracting(Companion::name)
                    .contains("chat_template.jinja", "tokenizer.json")
                    .doesNotContain("vocab.json", "merges.txt");
            assertThat(view.warnings().toString())
                    .contains("because tokens were removed: 'merges.txt', 'vocab.json'");
        }
    }

    @Test
    void tokensWithoutARowAreRemoved() throws IOException {
        Path model = models.first();
        new TinyModel(model).tokens("a", "b", "c", "q");
        try (ModelSource view = Views.open("base", List.of(model, models.second()), 0, 0)) {
            assertThat(Models.values(view, BIAS)).containsExactly(1, 2, 3);
            assertThat(Views.companion(view, "tokenizer.json")).doesNotContain("\"q\"");
            assertThat(view.warnings())
                    .anyMatch(one -> one.code() == VocabularyCode.VOCABULARY_TOO_LARGE);
        }
    }
}
