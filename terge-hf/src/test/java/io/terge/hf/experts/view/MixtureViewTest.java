package io.terge.hf.experts.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terge.hf.Models;
import io.terge.hf.SafetensorsBytes;
import io.terge.model.ModelReference;
import io.terge.spi.format.Companion;
import io.terge.spi.format.ModelSource;
import io.terge.tensor.Shape;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

class MixtureViewTest {

    private static final String GATE = "model.layers.1.block_sparse_moe.gate.weight";
    private static final String QWEN_GATE = "model.layers.0.mlp.gate.weight";

    @TempDir private Path folder;
    private Path llama = Path.of("");

    @BeforeEach
    void writeModel() throws IOException {
        llama = DenseModel.of("llama", 0).write(folder.resolve("llama"));
    }

    @Test
    void showsABaseWithItsNetworkInPlaceOfAllExperts() throws IOException {
        try (ModelSource view = open(mixture(llama, 2, 0))) {
            assertThat(Models.names(view))
                    .hasSize(2 + 2 * (1 + 1 + 2 * 3))
                    .contains(
                            "model.embed_tokens.weight",
                            "model.layers.0.self_attn.q_proj.weight",
                            "model.layers.0.block_sparse_moe.gate.weight",
                            "model.layers.0.block_sparse_moe.experts.0.w1.weight",
                            "model.layers.1.block_sparse_moe.experts.1.w3.weight")
                    .noneMatch(name -> name.contains(".mlp."));
            // Of the file: 8 of the embedding, 4 of the attention, then gate, up and down.
            String expert = "model.layers.0.block_sparse_moe.experts.1.";
            assertThat(Models.values(view, expert + "w1.weight"))
                    .containsExactly(12, 13, 14, 15, 16, 17);
            assertThat(Models.values(view, expert + "w3.weight"))
                    .containsExactly(18, 19, 20, 21, 22, 23);
            assertThat(Models.values(view, expert + "w2.weight"))
                    .containsExactly(24, 25, 26, 27, 28, 29);
            assertThat(view.tensor(expert + "w2.weight").bytes()).isPresent();
        }
    }

    @Test
    void writesTheConfigurationOfTheMixture() throws IOException {
        assertThat(config(mixture(llama, 2, 0)))
                .isEqualTo(
                        """
                        {
                          "model_type": "mixtral",
                          "hidden_size": 2,
                          "intermediate_size": 3,
                          "num_hidden_layers": 2,
                          "num_attention_heads": 1,
                          "dtype": "float32",
                          "architectures": ["MixtralForCausalLM"],
                          "num_local_experts": 2,
                          "num_experts_per_tok": 2,
                          "num_key_value_heads": 1,
                          "max_position_embeddings": 2048,
                          "rms_norm_eps": 1e-06,
                          "rope_theta": 10000.0
                        }
                        """);
    }

    @Test
    void keepsWhatTheConfigurationStatesAndTellsWhatItLeavesToDefaults() throws IOException {
        DenseModel mistral = DenseModel.of("mistral", 0);
        Path silent = mistral.write(folder.resolve("silent"));
        assertThat(config(mixture(silent, 2, 0))).contains("\"sliding_window\": 4096");
        Path stated =
                mistral.config(
                                """
                                {"model_type": "mistral", "sliding_window": null,
                                 "rope_parameters": {"rope_theta": 5e5}, "rms_norm_eps": 1e-05,
                                 "pretraining_tp": 1, "hidden_size": 2,
                                 "intermediate_size": 3, "num_hidden_layers": 2}
                                """)
                        .write(folder.resolve("stated"));
        assertThat(config(mixture(stated, 2, 0)))
                .contains("\"sliding_window\": null", "\"rms_norm_eps\": 1e-05", "5e5")
                .doesNotContain("4096", "10000", "pretraining_tp");
    }

    @Test
    void makesQwenWithASharedExpertWhoseGateIsZero() throws IOException {
        Path qwen =
                DenseModel.of("qwen2", 0)
                        .with("model.layers.0.self_attn.q_proj.bias", "[2]")
                        .write(folder.resolve("qwen"));
        try (ModelSource view = open(mixture(qwen, 2, 1))) {
            assertThat(Models.names(view))
                    .contains(
                            QWEN_GATE,
                            "model.layers.0.mlp.experts.1.down_proj.weight",
                            "model.layers.0.mlp.shared_expert.up_proj.weight");
            assertThat(Models.values(view, "model.layers.0.mlp.shared_expert_gate.weight"))
                    .containsExactly(0, 0);
        }
        assertThat(config(mixture(qwen, 2, 1)))
                .contains(
                        "\"Qwen2MoeForCausalLM\"",
                        "\"num_experts\": 2",
                        "\"moe_intermediate_size\": 3",
                        "\"shared_expert_intermediate_size\": 3",
                        "\"norm_topk_prob\": true",
                        "\"mlp_only_layers\": []");
    }

    @Test
    void makesQwen3WithoutSharedExperts() throws IOException {
        Path qwen =
                DenseModel.of("qwen3", 0)
                        .with("model.layers.0.self_attn.q_norm.weight", "[2]")
                        .write(folder.resolve("qwen"));
        assertThat(config(mixture(qwen, 3, 0)))
                .contains("\"Qwen3MoeForCausalLM\"", "\"num_experts\": 3", "\"head_dim\": 128")
                .doesNotContain("shared_expert");
    }

    @Test
    void makesDeepseekWhereThereIsASharedExpert() throws IOException {
        try (ModelSource view = open(mixture(llama, 2, 1))) {
            assertThat(Models.names(view))
                    .contains(
                            "model.layers.0.mlp.gate.weight",
                            "model.layers.0.mlp.experts.0.gate_proj.weight",
                            "model.layers.0.mlp.shared_experts.down_proj.weight")
                    .noneMatch(name -> name.contains("shared_expert_gate"));
        }
        assertThat(config(mixture(llama, 2, 1)))
                .contains(
                        "\"DeepseekForCausalLM\"",
                        "\"n_routed_experts\": 2",
                        "\"n_shared_experts\": 1",
                        "modeling_deepseek.DeepseekForCausalLM");
    }

    @Test
    void drawsGatesThatDependOnTheSeedAlone() throws IOException {
        double[] first = values(mixture(llama, 300, 0), GATE);
        assertThat(values(mixture(llama, 300, 0).with("moe-seed", "0"), GATE)).isEqualTo(first);
        assertThat(values(mixture(llama, 300, 0).with("moe-seed", "1"), GATE)).isNotEqualTo(first);
        assertThat(values(mixture(llama, 300, 0), GATE.replace('1', '0'))).isNotEqualTo(first);
        double mean = Arrays.stream(first).average().orElseThrow();
        double variance =
                Arrays.stream(first).map(x -> (x - mean) * (x - mean)).average().orElseThrow();
        assertThat(mean).isBetween(-0.15, 0.15);
        assertThat(variance).isBetween(0.8, 1.2);
    }

    @Test
    void drawsUniformGatesWithinTheInitialRangeOfLinearLayers() throws IOException {
        double[] uniform = values(mixture(llama, 300, 0).with("moe-gates", "uniform_random"), GATE);
        double bound = 1 / Math.sqrt(2);
        assertThat(Arrays.stream(uniform).max().orElseThrow()).isBetween(0.98 * bound, bound);
        assertThat(Arrays.stream(uniform).min().orElseThrow()).isBetween(-bound, -0.98 * bound);
    }

    @Test
    void takesGatesFromAFileWithAParameterPerLayer() throws IOException {
        Path file = folder.resolve("gates.safetensors");
        new SafetensorsBytes()
                .parameter("gate.1", "F32", "[2,2]", DenseModel.floats(5, 4))
                .parameter("gate.0", "F32", "[2,2]", DenseModel.floats(1, 4))
                .write(file);
        assertThat(values(mixture(llama, 2, 0).with("moe-gates", file.toString()), GATE))
                .containsExactly(5, 6, 7, 8);
    }

    @Test
    void takesGatesFromAFileWithOneParameter() throws IOException {
        Path file = folder.resolve("gates.safetensors");
        new SafetensorsBytes()
                .parameter("all", "F32", "[2,2,2]", DenseModel.floats(1, 8))
                .write(file);
        ModelReference reference = mixture(llama, 2, 0).with("moe-gates", file.toString());
        assertThat(values(reference, GATE)).containsExactly(5, 6, 7, 8);
        try (ModelSource view = open(reference)) {
            assertThat(view.parameters())
                    .filteredOn(one -> one.name().equals(GATE))
                    .allMatch(one -> one.shape().equals(Shape.of(2, 2)));
            assertThat(view.tensor(GATE).bytes()).isEmpty(); // They are checked as numbers.
            assertThat(view.files()).hasSize(2);
        }
    }

    @Test
    void givenGatesMustBeFinite() throws IOException {
        Path file = folder.resolve("gates.safetensors");
        int[] values = DenseModel.floats(1, 8);
        int[] infinity = {0, 0, 0x80, 0xFF}; // Negative; of the first number of the last gate.
        System.arraycopy(infinity, 0, values, 6 * Float.BYTES, Float.BYTES);
        new SafetensorsBytes().parameter("all", "F32", "[2,2,2]", values).write(file);
        ModelReference reference = mixture(llama, 2, 0).with("moe-gates", file.toString());
        assertThatThrownBy(() -> values(reference, GATE))
                .hasMessageContaining(
                        "The gate of expert 1 is -Infinity at index 0, in '%s'".formatted(file))
                .hasMessageContaining("it is for " + GATE);
    }

    @Test
    void leavesOutWhatLibrariesCompute() throws IOException {
        Path old =
                DenseModel.of("llama", 0)
                        .with("model.layers.0.self_attn.rotary_emb.inv_freq", "[1]")
                        .write(folder.resolve("old"));
        try (ModelSource view = open(mixture(old, 2, 0))) {
            assertThat(Models.names(view)).noneMatch(name -> name.contains("rotary"));
        }
    }

    private static double[] values(ModelReference reference, String name) throws IOException {
        try (ModelSource view = open(reference)) {
            return Models.values(view, name);
        }
    }

    private static String config(ModelReference reference) throws IOException {
        try (ModelSource view = open(reference)) {
            for (Companion file : view.companions()) {
                if (file.name().equals("config.json")) {
                    try (InputStream stream = file.open()) {
                        return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
                    }
                }
            }
        }
        throw new AssertionError("no config.json");
    }

    static ModelReference mixture(Path base, int experts, int shared) {
        return ModelReference.at(base)
                .with("moe-experts", Integer.toString(experts))
                .with("moe-shared", Integer.toString(shared));
    }

    private static ModelSource open(ModelReference reference) throws IOException {
        return new ExpertsAdapter().open(reference, Models.context());
    }
}
