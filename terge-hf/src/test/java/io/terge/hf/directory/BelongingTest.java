package io.terge.hf.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.error.Problem;
import io.terge.hf.Models;
import io.terge.hf.SafetensorsBytes;
import io.terge.spi.format.ModelSource;
import io.terge.spi.format.ParameterGroup;
import io.terge.spi.format.Vocabulary;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What belongs together in files and directories, and what directories say of their models. */
class BelongingTest {

    private static final String FIRST = "model-00001-of-00002.safetensors";
    private static final String SECOND = "model-00002-of-00002.safetensors";

    @TempDir private Path model;

    @Test
    void aWeightAndItsScaleMayBeInTwoShards() throws IOException {
        shards();
        try (ModelSource source = Models.open(model)) {
            assertThat(source.groups())
                    .singleElement()
                    .extracting(ParameterGroup::members)
                    .isEqualTo(List.of("a.weight", "a.weight_scale"));
        }
    }

    @Test
    void oneShardIsPartOfAModel() throws IOException {
        shards();
        try (ModelSource source = Models.open(model.resolve(FIRST))) {
            assertThat(source.groups())
                    .extracting(ParameterGroup::meaning)
                    .containsExactly("a model in 2 shards, of which this file is number 1");
        }
    }

    @Test
    void aFileAloneHasGroups() throws IOException {
        Path file =
                new SafetensorsBytes()
                        .parameter("x.lora_A.weight", "U8", "[1]", 1)
                        .parameter("x.lora_B.weight", "U8", "[1]", 1)
                        .write(model.resolve("adapter_model.safetensors"));
        try (ModelSource source = Models.open(file)) {
            assertThat(source.groups())
                    .singleElement()
                    .extracting(ParameterGroup::members)
                    .isEqualTo(List.of("x.lora_A.weight", "x.lora_B.weight"));
        }
    }

    @Test
    void theConfigurationTellsOfQuantisationThatNamesDoNot() throws IOException {
        new SafetensorsBytes()
                .parameter("a.weight", "F8_E4M3", "[1,1]", 1)
                .parameter("b.weight", "F8_E4M3", "[1]", 1)
                .write(model.resolve("model.safetensors"));
        config("{\"quantization_config\": {\"quant_method\": \"new\"}}");
        try (ModelSource source = Models.open(model)) {
            assertThat(source.groups())
                    .singleElement()
                    .satisfies(
                            group -> {
                                assertThat(group.members()).containsExactly("a.weight");
                                assertThat(group.meaning()).contains("new");
                            });
        }
    }

    @Test
    void theConfigurationTellsOfTraitsAndAliases() throws IOException {
        new SafetensorsBytes()
                .parameter("model.embed_tokens.weight", "U8", "[1]", 1)
                .write(model.resolve("model.safetensors"));
        config("{\"tie_word_embeddings\": true, \"hidden_size\": 8}");
        Files.writeString(model.resolve("tokenizer.json"), "{\"model\": {\"vocab\": {\"a\": 0}}}");
        try (ModelSource source = Models.open(model)) {
            assertThat(source.aliases())
                    .isEqualTo(Map.of("lm_head.weight", "model.embed_tokens.weight"));
            assertThat(source.traits()).isEqualTo(Map.of("hidden_size", "8"));
            Vocabulary vocabulary = source.vocabulary().orElseThrow();
            assertThat(vocabulary.tokens()).isEqualTo(Map.of("a", 0));
            assertThat(source.warnings()).isEmpty();
        }
    }

    @Test
    void aMalformedConfigurationIsTold() throws IOException {
        new SafetensorsBytes()
                .parameter("w", "U8", "[1]", 1)
                .write(model.resolve("model.safetensors"));
        config("{\"hidden_size\": 8,}");
        try (ModelSource source = Models.open(model)) {
            assertThat(source.warnings())
                    .extracting(Problem::code)
                    .extracting(code -> code.name())
                    .containsExactly("CONFIG_INVALID");
        }
    }

    private void shards() throws IOException {
        new SafetensorsBytes()
                .parameter("a.weight", "F8_E4M3", "[1]", 1)
                .write(model.resolve(FIRST));
        new SafetensorsBytes()
                .parameter("a.weight_scale", "F32", "[1]", 1, 0, 0, 0)
                .write(model.resolve(SECOND));
        Files.writeString(
                model.resolve("model.safetensors.index.json"),
                "{\"weight_map\":{\"a.weight\":\"%s\",\"a.weight_scale\":\"%s\"}}"
                        .formatted(FIRST, SECOND));
    }

    private void config(String contents) throws IOException {
        Files.writeString(model.resolve("config.json"), contents);
    }
}
