package io.terge.hf.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.error.Problem;
import io.terge.spi.format.ParameterGroup;
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
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

class ModelConfigTest {

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'hidden_act': 'silu', 'rms_norm_eps': 1e-05, 'rope_theta': 500000}",
                "{'rope_theta': 500000.0, 'hidden_act': 'silu', 'rms_norm_eps': 0.00001}",
                "{'hidden_act': 'silu', 'rms_norm_eps': 1e-5, 'rope_theta': 5e5, 'x': NaN}",
                "{'hidden_act': 'silu', 'rms_norm_eps': 1e-5, 'rope_theta': 5e5, 'use_cache': true,"
                    + " 'rope_scaling': null, 'architectures': ['A'], 'tie_word_embeddings': true}",
                "{'hidden_act': 'silu', 'rms_norm_eps': 1e-5,"
                        + " 'rope_parameters': {'rope_theta': 5e5, 'rope_type': 'default'}}"
            })
    void waysToWriteOneModelHaveEqualTraits(String config) throws IOException {
        assertThat(read(config).traits())
                .isEqualTo(
                        Map.of(
                                "hidden_act", "silu",
                                "rms_norm_eps", "0.00001",
                                "rope_theta", "500000",
                                "rope_scaling", "none"));
    }

    @Test
    void aByteOrderMarkIsTold() throws IOException {
        ModelConfig marked = read("\uFEFF{'hidden_act': 'silu'}");
        assertThat(marked.traits()).isEqualTo(Map.of("hidden_act", "silu"));
        assertThat(marked.warnings())
                .extracting(Problem::message)
                .singleElement()
                .asString()
                .endsWith("starts with a byte order mark (BOM), which transformers rejects");
        assertThat(read("{'hidden_act': 'silu'}").warnings()).isEmpty();
    }

    @Test
    void aNumberBeyondAllNumbersIsComparedAsText() throws IOException {
        assertThat(read("{'vocab_size': 1E+2147483648}").traits())
                .containsEntry("vocab_size", "1E+2147483648");
    }

    @Test
    void scalingIsTheSameInBothWaysToWriteIt() throws IOException {
        String old = "{'rope_theta': 1e4, 'rope_scaling': {'type': 'yarn', 'factor': 4.0}}";
        String recent =
                "{'rope_parameters': {'rope_type': 'yarn', 'factor': 4, 'rope_theta': 10000.0}}";
        assertThat(read(old).traits()).isEqualTo(read(recent).traits());
        assertThat(read(old).traits()).containsEntry("rope_scaling", "{factor=4, rope_type=yarn}");
    }

    @Test
    void partsOfAModelHaveTraits() throws IOException {
        String config =
                "{'vision_config': {'patch_size': 14}, 'text_config': {'head_dim': 64},"
                        + " 'quantization_config': {'head_dim': 1}}";
        assertThat(read(config).traits())
                .isEqualTo(Map.of("vision_config.patch_size", "14", "text_config.head_dim", "64"));
    }

    @ParameterizedTest
    @CsvSource({
        "'{''model_type'': ''qwen2'', ''sliding_window'': 4096, ''use_sliding_window'': false}',"
                + " none",
        "'{''model_type'': ''mistral'', ''sliding_window'': null}', none",
        "'{''model_type'': ''mistral'', ''sliding_window'': 4096}', 4096"
    })
    void aWindowThatIsOffIsNone(String config, String window) throws IOException {
        assertThat(read(config).traits()).containsEntry("sliding_window", window);
    }

    @Test
    void aHugeExponentIsNotWrittenOut() throws IOException {
        assertThat(read("{'rms_norm_eps': 1e-999999999}").traits())
                .containsEntry("rms_norm_eps", "1E-999999999");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "{} {}", "", "\0"})
    void aMalformedConfigurationIsAWarning(String config) throws IOException {
        ModelConfig read = read(config);
        assertThat(read.warnings())
                .extracting(Problem::code)
                .containsExactly(ConfigCode.CONFIG_INVALID);
        assertThat(read.warnings().getFirst().message())
                .contains(folder.resolve("config.json").toString());
        assertThat(read.traits()).isEmpty();
    }

    @Test
    void noConfigurationSaysNothing() throws IOException {
        ModelConfig read = ModelConfig.read(folder);
        assertThat(read.warnings()).isEmpty();
        assertThat(read.traits()).isEmpty();
        assertThat(read.aliases(specs("model.embed_tokens.weight"))).isEmpty();
        assertThat(read.quantization().method()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'tie_word_embeddings': true} | model.embed_tokens.weight | lm_head.weight",
                "{'tie_word_embeddings': true} | transformer.wte.weight | lm_head.weight",
                "{'text_config': {'tie_word_embeddings': true}}"
                        + " | model.language_model.embed_tokens.weight | lm_head.weight",
                "{'architectures': ['GPT2LMHeadModel']} | wte.weight | lm_head.weight",
                "{'architectures': ['BertForMaskedLM']} | bert.embeddings.word_embeddings.weight"
                        + " | cls.predictions.decoder.weight",
                "{'architectures': ['WhisperForConditionalGeneration']}"
                        + " | model.decoder.embed_tokens.weight | proj_out.weight",
                "{'architectures': ['T5ForConditionalGeneration']} | shared.weight"
                        + " | lm_head.weight",
                "{'tie_word_embeddings': true, 'architectures': ['GPTNeoXForCausalLM']}"
                        + " | gpt_neox.embed_in.weight | embed_out.weight"
            })
    void theHeadOfATiedModelIsItsEmbedding(String config, String stored, String head)
            throws IOException {
        assertThat(read(config).aliases(specs(stored))).containsEntry(head, stored);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'tie_word_embeddings': false} | model.embed_tokens.weight",
                "{'architectures': ['LlamaModel']} | model.embed_tokens.weight",
                "{'architectures': ['LlamaModel'], 'tie_word_embeddings': true}"
                        + " | model.embed_tokens.weight",
                "{'model_type': 'llama'} | model.embed_tokens.weight",
                "{'architectures': ['LlamaForCausalLM']} | model.embed_tokens.weight"
                        + " lm_head.weight",
                "{'architectures': ['LlamaForCausalLM']} | model.norm.weight"
            })
    void withoutEvidenceNothingIsTied(String config, String stored) throws IOException {
        assertThat(read(config).aliases(specs(stored))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'quantization_config': {'quant_method': 'fp8'}} | fp8",
                "{'text_config': {'quantization_config': {'quant_method': 'awq'}}} | awq",
                "{'compression_config': {'format': 'x'}} | an unknown method",
                "{'quantization': {'bits': 4}} | an unknown method"
            })
    void packedWeightsOfAQuantisedModelAreNoNumbers(String config, String method)
            throws IOException {
        Quantization quantization = read(config).quantization();
        assertThat(quantization.method()).hasValue(method);
        List<ParameterSpec> parameters =
                List.of(
                        ParameterSpec.of("a.weight", DType.F8_E4M3, Shape.of(2, 2)),
                        ParameterSpec.of("b.weight", DType.F8_E4M3, Shape.of(2, 2)),
                        ParameterSpec.of("norm.weight", DType.BF16, Shape.of(2)),
                        ParameterSpec.of("position_ids", DType.I64, Shape.of(1, 2)));
        assertThat(quantization.groups(parameters, Set.of("b.weight")))
                .flatExtracting(ParameterGroup::members)
                .containsExactly("a.weight");
    }

    @Test
    void aFileOfItsOwnMayTellOfQuantisation() throws IOException {
        Files.writeString(folder.resolve("hf_quant_config.json"), "{}");
        assertThat(read("{}").quantization().method()).isPresent();
    }

    private ModelConfig read(String config) throws IOException {
        Files.writeString(folder.resolve("config.json"), config.replace('\'', '"'));
        return ModelConfig.read(folder);
    }

    // The names of parameters tell how many there are, and an output has as many as were asked for.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ['full']                     | ['full', 'full', 'full']
                    ['a', 'a', 'b']              | ['a', 'a', 'b', 'a', 'a', 'b', 'a', 'a']
                    ['a', 'b', 'a', 'b']         | ['a', 'b', 'a']
                    []                           | []
                    """)
    void theNumberOfLayersIsNoTrait(String few, String many) throws IOException {
        String config = "{'num_hidden_layers': %d, 'n_layer': 3, 'layer_types': %s}";
        assertThat(read(config.formatted(1, few)).traits())
                .isEqualTo(read(config.formatted(2, many)).traits())
                .containsOnlyKeys("layer_types");
    }

    @Test
    void theOrderOfLayersIsOne() throws IOException {
        String config = "{'layer_types': %s}";
        assertThat(read(config.formatted("['a', 'a', 'b', 'a', 'a', 'b']")).traits())
                .containsEntry("layer_types", "[a, a, b]");
        assertThat(read(config.formatted("['a', 'b', 'b']")).traits())
                .containsEntry("layer_types", "[a, b, b]");
        assertThat(read(config.formatted("7")).traits()).containsEntry("layer_types", "7");
    }

    private static List<ParameterSpec> specs(String names) {
        return Stream.of(names.split(" "))
                .map(name -> ParameterSpec.of(name, DType.F32, Shape.of(4, 4)))
                .toList();
    }
}
