package io.terge.hf.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terge.files.FileCompanion;
import io.terge.model.ModelReference;
import io.terge.spi.format.ModelBlueprint;
import io.terge.spi.format.ModelChanges;
import io.terge.spi.format.ModelSink;
import io.terge.spi.format.ModelWriter;
import io.terge.tensor.DType;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Shape;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** The configuration that is written beside weights that differ from their donor's. */
class ConfigEditTest {

    private static final ModelChanges BF16 = ModelChanges.none().withDtype(DType.BF16);

    @TempDir private Path folder;

    /** No weights to write, but a packed one: what the configuration says of it is true. */
    private List<ParameterSpec> parameters =
            List.of(ParameterSpec.of("packed", DType.U8, Shape.of(0, 2)));

    @Test
    void whatIsSaidOfQuantisedWeightsGoesWithThem() throws IOException {
        String config =
                """
                {
                  "model_type": "llama",
                  "quantization_config": {
                    "quant_method": "gptq",
                    "bits": 4
                  },
                  "vocab_size": 32000
                }
                """;
        String without =
                """
                {
                  "model_type": "llama",
                  "vocab_size": 32000
                }
                """;
        assertThat(edited(config, ModelChanges.none())).isEqualTo(config);
        parameters = List.of();
        assertThat(edited(config, ModelChanges.none())).isEqualTo(without);
    }

    @Test
    void onlyTheTypeIsAnotherOne() throws IOException {
        String config =
                """
                {
                  "architectures": [
                    "LlamaForCausalLM"
                  ],
                  "torch_dtype": "float32",
                  "rms_norm_eps": 1e-05,
                  "big": 123456789012345678901234567890,
                  "exact": 0.10000000000000000555,
                  "time_step_limit": [
                    0.0,
                    Infinity,
                    -Infinity,
                    NaN
                  ],
                  "id2label": {},
                  "none": [],
                  "vocab_size": 32000,
                  "num_hidden_layers": 2,
                  "name": "é \\"quoted\\" \\\\ \\n",
                  "use_cache": true,
                  "pad_token_id": null
                }
                """;
        assertThat(edited(config, BF16)).isEqualTo(config.replace("float32", "bfloat16"));
    }

    @ParameterizedTest
    @CsvSource({
        "F64, float64",
        "F32, float32",
        "F16, float16",
        "BF16, bfloat16",
        "F8_E4M3, float8_e4m3fn",
        "F8_E5M2, float8_e5m2"
    })
    void typesHaveTheNamesThatPyTorchGivesThem(String type, String name) throws IOException {
        ModelChanges changes = ModelChanges.none().withDtype(DType.named(type));
        assertThat(edited("{\"torch_dtype\": \"?\"}", changes))
                .isEqualTo("{\n  \"torch_dtype\": \"%s\"\n}\n".formatted(name));
    }

    @Test
    void aHeadOfItsOwnIsNoLongerTied() throws IOException {
        ModelChanges separate = ModelChanges.none().withSeparateAliases();
        String config =
                """
                {
                  "tie_word_embeddings": true,
                  "text_config": {
                    "tie_word_embeddings": true
                  },
                  "vision_config": {
                    "tie_word_embeddings": true
                  }
                }
                """;
        assertThat(edited(config, separate))
                .isEqualTo(
                        """
                        {
                          "tie_word_embeddings": false,
                          "text_config": {
                            "tie_word_embeddings": false
                          },
                          "vision_config": {
                            "tie_word_embeddings": true
                          }
                        }
                        """);
    }

    @Test
    void aTieThatIsAssumedIsDenied() throws IOException {
        ModelChanges separate = ModelChanges.none().withSeparateAliases();
        assertThat(edited("{\"a\": {\"b\": 1}}", separate))
                .isEqualTo(
                        """
                        {
                          "a": {
                            "b": 1
                          },
                          "tie_word_embeddings": false
                        }
                        """);
    }

    @Test
    void partsOfTheModelAreOfItsType() throws IOException {
        String config =
                """
                {
                  "dtype": "float16",
                  "text_config": {
                    "dtype": null,
                    "rope_scaling": {
                      "dtype": "float16"
                    }
                  },
                  "thinker_config": {
                    "audio_config": {
                      "torch_dtype": "float16"
                    }
                  },
                  "quantization_config": {
                    "dtype": "float16"
                  },
                  "list_config": [
                    {
                      "dtype": "float16"
                    }
                  ],
                  "sub_config": {
                    "dtype": {
                      "": "float16"
                    }
                  }
                }
                """;
        String expected =
                config.replaceFirst("\"float16\"", "\"bfloat16\"")
                        .replace("\"dtype\": null", "\"dtype\": \"bfloat16\"")
                        .replace("\"torch_dtype\": \"float16\"", "\"torch_dtype\": \"bfloat16\"");
        assertThat(edited(config, BF16)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"num_hidden_layers", "n_layer", "num_layers", "n_layers"})
    void layersAreCounted(String key) throws IOException {
        String config =
                """
                {
                  "%1$s": 12,
                  "text_config": {
                    "%1$s": 12
                  },
                  "vision_config": {
                    "%1$s": 24
                  }
                }
                """
                        .formatted(key);
        assertThat(edited(config, ModelChanges.none().withLayers(layers(48))))
                .isEqualTo(config.replace("12", "48"));
    }

    private static List<Integer> layers(int count) {
        return IntStream.range(0, count).boxed().toList();
    }

    @Test
    void tokensAreCounted() throws IOException {
        String config = "{\n  \"vocab_size\": 32000,\n  \"torch_dtype\": \"float32\"\n}\n";
        assertThat(edited(config, ModelChanges.none().withVocabulary(32_003)))
                .isEqualTo(config.replace("32000", "32003"));
        assertThat(edited(config, ModelChanges.none().withVocabulary(9).withDtype(DType.F16)))
                .isEqualTo(config.replace("32000", "9").replace("float32", "float16"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{\"torch_dtype\":\"float32\"",
                "{\"torch_dtype\":\"float32\"} x",
                "{\"torch_dtype\":\"float32\",}",
                "{'torch_dtype':'float32'}",
                "[{\"torch_dtype\":\"float32\"}]",
                "{\"torch_dtype\":\"bfloat16\"}",
                "{\"torch_dtype\":1, \"n_layer\":\"12\"}",
                "{ \"hidden_size\" : 1 }",
            })
    void whatNeedsNoEditOrIsMalformedIsCopiedAsItIs(String config) throws IOException {
        assertThat(edited(config, BF16.withLayers(layers(3)))).isEqualTo(config);
    }

    @Test
    void halfOfASurrogatePairStaysOne() throws IOException {
        assertThat(edited("{\"dtype\":\"?\",\"a\":\"\\ud800\"}", BF16))
                .isEqualTo("{\n  \"dtype\": \"bfloat16\",\n  \"a\": \"\\uD800\"\n}\n");
    }

    @Test
    void deepNestingIsCopiedAsItIs() throws IOException {
        String config = "{\"torch_dtype\":\"float32\",\"a\":" + "[".repeat(100_000);
        assertThat(edited(config, BF16)).isEqualTo(config);
    }

    @Test
    void withoutChangesEveryByteIsKept() throws IOException {
        String config = "{\"torch_dtype\" : \"float32\"}";
        assertThat(edited(config, ModelChanges.none())).isEqualTo(config);
    }

    @Test
    void otherFilesAreNotEdited() throws IOException {
        String config = "{\"torch_dtype\": \"float32\"}";
        write("1_Pooling/config.json", config, BF16);
        assertThat(folder.resolve("out/1_Pooling/config.json")).hasContent(config);
    }

    @Test
    void aConfigurationThatIsGoneIsAFailure() {
        FileCompanion gone = new FileCompanion("config.json", folder.resolve("gone"));
        assertThatThrownBy(() -> write(gone, BF16)).hasMessageContaining("gone");
    }

    private String edited(String config, ModelChanges changes) throws IOException {
        write("config.json", config, changes);
        return Files.readString(folder.resolve("out/config.json"));
    }

    private void write(String name, String contents, ModelChanges changes) throws IOException {
        Path file = Files.writeString(folder.resolve("config.json"), contents);
        write(new FileCompanion(name, file), changes);
    }

    private void write(FileCompanion companion, ModelChanges changes) throws IOException {
        ModelWriter writer = new HuggingFaceAdapter().writer().orElseThrow();
        ModelBlueprint blueprint =
                ModelBlueprint.of(parameters)
                        .withCompanions(ModelReference.at("donor"), List.of(companion), changes)
                        .withOverwriting(true);
        try (ModelSink sink = writer.create(ModelReference.at(folder.resolve("out")), blueprint)) {
            sink.commit();
        }
    }
}
