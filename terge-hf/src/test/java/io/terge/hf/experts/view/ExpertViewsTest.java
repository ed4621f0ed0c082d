package io.terge.hf.experts.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terge.hf.Models;
import io.terge.hf.directory.HuggingFaceAdapter;
import io.terge.hf.safetensors.SafetensorsAdapter;
import io.terge.model.ModelReference;
import io.terge.spi.format.AdapterContext;
import io.terge.spi.format.ModelSource;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Shape;
import io.terge.testkit.TestAdapterContext;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Models seen as experts, and experts seen as models. */
class ExpertViewsTest {

    @TempDir private Path folder;

    @Test
    void showsTheNetworksOfAModelAsAnExpert() throws IOException {
        try (ModelSource view = open(expert("2", 3, 0))) {
            assertThat(Models.names(view))
                    .containsExactly(
                            "model.layers.0.block_sparse_moe.experts.2.w1.weight",
                            "model.layers.0.block_sparse_moe.experts.2.w3.weight",
                            "model.layers.0.block_sparse_moe.experts.2.w2.weight",
                            "model.layers.1.block_sparse_moe.experts.2.w1.weight",
                            "model.layers.1.block_sparse_moe.experts.2.w3.weight",
                            "model.layers.1.block_sparse_moe.experts.2.w2.weight");
            assertThat(Models.values(view, "model.layers.0.block_sparse_moe.experts.2.w1.weight"))
                    .containsExactly(112, 113, 114, 115, 116, 117);
            assertThat(view.companions()).isEmpty();
            assertThat(view.files()).hasSize(1);
        }
    }

    @Test
    void showsASharedExpert() throws IOException {
        try (ModelSource view = open(expert("shared", 2, 1))) {
            assertThat(Models.names(view))
                    .contains("model.layers.0.mlp.shared_experts.gate_proj.weight");
        }
    }

    @Test
    void showsAnExpertOfAMixtureAsAModel() throws IOException {
        Path mixture =
                DenseModel.of("mixtral", 0)
                        .config(
                                """
                                {"model_type": "mixtral", "num_local_experts": 2,
                                 "num_experts_per_tok": 2, "hidden_size": 2}
                                """)
                        .without("model.layers.0.mlp.gate_proj.weight")
                        .without("model.layers.0.mlp.up_proj.weight")
                        .without("model.layers.0.mlp.down_proj.weight")
                        .without("model.layers.1.mlp.gate_proj.weight")
                        .without("model.layers.1.mlp.up_proj.weight")
                        .without("model.layers.1.mlp.down_proj.weight")
                        .with("model.layers.0.block_sparse_moe.gate.weight", "[2,2]")
                        .with("model.layers.0.block_sparse_moe.experts.0.w1.weight", "[3,2]")
                        .with("model.layers.0.block_sparse_moe.experts.0.w2.weight", "[2,3]")
                        .with("model.layers.0.block_sparse_moe.experts.0.w3.weight", "[3,2]")
                        .with("model.layers.0.block_sparse_moe.experts.1.w1.weight", "[3,2]")
                        .with("model.layers.0.block_sparse_moe.experts.1.w2.weight", "[2,3]")
                        .with("model.layers.0.block_sparse_moe.experts.1.w3.weight", "[3,2]")
                        .with("model.layers.1.block_sparse_moe.gate.weight", "[2,2]")
                        .with("model.layers.1.block_sparse_moe.experts.1.w1.weight", "[3,2]")
                        .with("model.layers.1.block_sparse_moe.experts.1.w2.weight", "[2,3]")
                        .with("model.layers.1.block_sparse_moe.experts.1.w3.weight", "[3,2]")
                        .write(folder.resolve("mixture"));
        try (ModelSource view = open(ModelReference.at(mixture).with("expert", "1"))) {
            assertThat(Models.names(view))
                    .containsExactlyInAnyOrder(
                            "model.embed_tokens.weight",
                            "lm_head.weight",
                            "model.layers.0.self_attn.q_proj.weight",
                            "model.layers.0.mlp.gate_proj.weight",
                            "model.layers.0.mlp.up_proj.weight",
                            "model.layers.0.mlp.down_proj.weight",
                            "model.layers.1.self_attn.q_proj.weight",
                            "model.layers.1.mlp.gate_proj.weight",
                            "model.layers.1.mlp.up_proj.weight",
                            "model.layers.1.mlp.down_proj.weight");
            // 24 of the others, 4 of the gate, 18 of expert 0, then w1, w2 and w3.
            assertThat(Models.values(view, "model.layers.0.mlp.gate_proj.weight"))
                    .startsWith(46, 47);
            assertThat(Models.values(view, "model.layers.0.mlp.down_proj.weight"))
                    .startsWith(52, 53);
            assertThat(Models.values(view, "model.layers.0.mlp.up_proj.weight")).startsWith(58, 59);
            String config =
                    new String(
                            view.companions().stream()
                                    .filter(file -> file.name().equals("config.json"))
                                    .findFirst()
                                    .orElseThrow()
                                    .open()
                                    .readAllBytes(),
                            StandardCharsets.UTF_8);
            assertThat(config)
                    .isEqualTo(
                            """
                            {
                              "model_type": "mistral",
                              "hidden_size": 2,
                              "architectures": ["MistralForCausalLM"],
                              "intermediate_size": 3,
                              "sliding_window": null,
                              "rms_norm_eps": 1e-05,
                              "rope_theta": 1000000.0
                            }
                            """);
        }
    }

    @Test
    void showsAnExpertOfAllInOneParameter() throws IOException {
        for (String type : List.of("mixtral", "qwen2_moe", "qwen3_moe")) {
            Path mixture = fused(type, "[3,6,2]", "[3,2,3]").write(folder.resolve(type));
            try (ModelSource view = open(ModelReference.at(mixture).with("expert", "1"))) {
                assertThat(Models.names(view))
                        .containsExactly(
                                "model.embed_tokens.weight",
                                "model.layers.0.self_attn.q_proj.weight",
                                "model.layers.1.self_attn.q_proj.weight",
                                "lm_head.weight",
                                "model.layers.0.mlp.gate_proj.weight",
                                "model.layers.0.mlp.up_proj.weight",
                                "model.layers.0.mlp.down_proj.weight",
                                "model.layers.1.mlp.gate_proj.weight",
                                "model.layers.1.mlp.up_proj.weight",
                                "model.layers.1.mlp.down_proj.weight");
                // 24 of the others, 6 of the gate, then 36 and 18: the second third of each.
                assertThat(Models.values(view, "model.layers.0.mlp.gate_proj.weight"))
                        .containsExactly(42, 43, 44, 45, 46, 47);
                assertThat(Models.values(view, "model.layers.0.mlp.up_proj.weight"))
                        .containsExactly(48, 49, 50, 51, 52, 53);
                assertThat(Models.values(view, "model.layers.0.mlp.down_proj.weight"))
                        .containsExactly(72, 73, 74, 75, 76, 77);
                assertThat(Models.values(view, "model.layers.1.mlp.gate_proj.weight"))
                        .startsWith(102, 103);
                ParameterSpec gate = view.parameters().get(4);
                assertThat(gate.shape()).isEqualTo(Shape.of(3, 2));
                assertThat(view.footprint(gate).bytesRead()).isEqualTo(24);
                assertThat(view.tensor(gate.name()).bytes().orElseThrow().size()).isEqualTo(24);
            }
        }
    }

    @Test
    void refusesMatricesOfAllExpertsThatDoNotFitTheGates() throws IOException {
        refused(
                "[3,2,6]",
                "[3,2,3]",
                "is F32 [3, 2, 6], expected floating-point numbers of shape"
                        + " [3, 2 * intermediate_size, 2]");
        refused("[3,5,2]", "[3,2,3]", "is F32 [3, 5, 2]");
        refused("[2,6,2]", "[3,2,3]", "is F32 [2, 6, 2]");
        refused("[3,6,2]", "[3,3,2]", "[3, 2, intermediate_size]");
        refused("[3,6,2]", "[6,3]", "is F32 [6, 3]");
    }

    private void refused(String gateUp, String down, String message) throws IOException {
        Path mixture = fused("mixtral", gateUp, down).write(folder.resolve("mixture"));
        assertThatThrownBy(() -> open(ModelReference.at(mixture).with("expert", "1")).close())
                .hasMessageContaining("cannot be told apart: 'model.layers.0.mlp.experts.")
                .hasMessageContaining(message);
    }

    private static DenseModel fused(String type, String gateUp, String down) {
        DenseModel model =
                DenseModel.of(type, 0)
                        .config("{\"model_type\": \"%s\", \"hidden_size\": 2}".formatted(type));
        for (int layer = 0; layer < DenseModel.LAYERS; layer++) {
            String block = "model.layers." + layer + ".mlp.";
            model.without(block + "gate_proj.weight")
                    .without(block + "up_proj.weight")
                    .without(block + "down_proj.weight")
                    .with(block + "gate.weight", "[3,2]")
                    .with(block + "experts.gate_up_proj", gateUp)
                    .with(block + "experts.down_proj", down);
        }
        return model;
    }

    @Test
    void showsAModelAsSeveralExperts() throws IOException {
        try (ModelSource view = open(expert("0,2,shared", 3, 1));
                ModelSource first = open(expert("0", 3, 1))) {
            assertThat(Models.names(view))
                    .hasSize(2 * 3 * 3)
                    .contains(
                            "model.layers.1.mlp.experts.0.up_proj.weight",
                            "model.layers.1.mlp.experts.2.up_proj.weight",
                            "model.layers.1.mlp.shared_experts.up_proj.weight")
                    .noneMatch(name -> name.contains("experts.1."));
            assertThat(Models.values(view, "model.layers.1.mlp.experts.2.up_proj.weight"))
                    .isEqualTo(Models.values(first, "model.layers.1.mlp.experts.0.up_proj.weight"));
        }
    }

    @Test
    void refusesExpertsOfOtherArchitectures() throws IOException {
        Path base = DenseModel.of("llama", 0).write(folder.resolve("base"));
        Path own = DenseModel.of("qwen2", 100).write(folder.resolve("own"));
        ModelReference reference =
                ModelReference.at(own)
                        .with("moe-expert", "0")
                        .with("moe-frame", MixtureViewTest.mixture(base, 2, 0).describe());
        assertThatThrownBy(() -> open(reference).close())
                .hasMessageContaining(
                        "'%s' cannot be an expert of mixtral: its model_type is 'qwen2'"
                                .formatted(own))
                .hasMessageContaining("use experts with one of these model types: llama, mistral");
    }

    private ModelReference expert(String place, int experts, int shared) throws IOException {
        Path base = DenseModel.of("llama", 0).write(folder.resolve("base"));
        Path own = DenseModel.of("llama", 100).write(folder.resolve("own"));
        ModelReference mixture = MixtureViewTest.mixture(base, experts, shared);
        return ModelReference.at(own)
                .with("moe-expert", place)
                .with("moe-frame", mixture.describe());
    }

    /** Opens a reference by the adapter that claims it. */
    private static ModelSource open(ModelReference reference) throws IOException {
        AdapterContext context =
                TestAdapterContext.of(
                        new SafetensorsAdapter(), new HuggingFaceAdapter(), new ExpertsAdapter());
        return context.open(reference);
    }
}
