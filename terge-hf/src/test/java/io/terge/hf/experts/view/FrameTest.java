package io.terge.hf.experts.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.terge.error.Problem;
import io.terge.error.TergeException;
import io.terge.hf.Models;
import io.terge.model.ModelReference;
import io.terge.spi.format.ModelSource;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What keeps a model from being the base of a mixture. */
class FrameTest {

    @TempDir private Path folder;

    @Test
    void tellsAllThatIsWrongTogether() throws IOException {
        Path model =
                DenseModel.of("llama", 0)
                        .with("model.layers.0.mlp.up_proj.bias", "[3]")
                        .with("model.layers.0.self_attn.q_norm.weight", "[2]")
                        .write(folder.resolve("model"));
        assertThat(messages(MixtureViewTest.mixture(model, 1, 2)))
                .containsExactly(
                        "A mixture must have at least 2 experts, got 1",
                        "A token cannot be processed by 2 of 1 experts",
                        "The architecture 'mixtral' requires 0 shared experts, got 2",
                        "'%s' has 'model.layers.0.mlp.up_proj.bias', which an expert cannot have"
                                .formatted(model),
                        "'%s' has 'model.layers.0.self_attn.q_norm.weight', which mixtral does not have"
                                .formatted(model));
    }

    @Test
    void refusesWindowsOfOtherLayers() throws IOException {
        assertThat(
                        messages(
                                "qwen3",
                                0,
                                "{\"model_type\": \"qwen3\", \"use_sliding_window\": true}"))
                .singleElement()
                .asString()
                .contains("uses a sliding window in different layers from qwen3_moe");
    }

    @Test
    void refusesAttentionThatDeepseekDoesNotHave() throws IOException {
        assertThat(messages("mistral", 1, "{\"model_type\": \"mistral\"}"))
                .singleElement()
                .asString()
                .endsWith("has a sliding window, which deepseek does not have");
        assertThat(
                        messages(
                                "llama",
                                1,
                                """
                                {"model_type": "llama", "hidden_size": 2, "head_dim": 4,
                                 "num_attention_heads": 1,
                                 "rope_scaling": {"rope_type": "linear", "factor": 2}}
                                """))
                .singleElement()
                .asString()
                .contains("scaled rotary embeddings", "'head_dim'");
        Path stated =
                DenseModel.of("mistral", 0)
                        .config(
                                """
                                {"model_type": "mistral", "sliding_window": null, "hidden_size": 2,
                                 "intermediate_size": 3, "num_hidden_layers": 2}
                                """)
                        .write(folder.resolve("stated"));
        try (ModelSource view = open(MixtureViewTest.mixture(stated, 2, 1))) {
            assertThat(Models.names(view)).anyMatch(name -> name.contains("shared_experts"));
        }
    }

    @Test
    void refusesSizesThatAreNotThoseOfTheParameters() throws IOException {
        String config =
                """
                {"model_type": "llama", "intermediate_size": "3", "num_hidden_layers": 7,
                 "num_attention_heads": 0, "num_key_value_heads": {}}
                """;
        String of = "The config.json of '%s' ".formatted(folder.resolve("one"));
        assertThat(messages("llama", 0, config))
                .containsExactly(
                        of + "lacks 'hidden_size', which is 2 in its parameters",
                        of
                                + "has 'intermediate_size': '3', which must be a whole number of 1"
                                + " or more",
                        of + "has 'num_hidden_layers': 7, but it is 2 in its parameters",
                        of
                                + "has 'num_attention_heads': '0', which must be a whole number of"
                                + " 1 or more",
                        of
                                + "has 'num_key_value_heads': an object, which must be a whole"
                                + " number of 1 or more");
    }

    @Test
    void refusesModelsWithoutConfiguration() throws IOException {
        assertThat(messages("llama", 0, "[]"))
                .singleElement()
                .asString()
                .endsWith("which has no config.json with a 'model_type'");
    }

    private List<String> messages(String type, int shared, String config) throws IOException {
        Path model = DenseModel.of(type, 0).config(config).write(folder.resolve("one"));
        return messages(MixtureViewTest.mixture(model, 2, shared));
    }

    private static List<String> messages(ModelReference reference) {
        TergeException failure =
                catchThrowableOfType(TergeException.class, () -> open(reference).close());
        return failure.problems().stream().map(Problem::message).toList();
    }

    private static ModelSource open(ModelReference reference) throws IOException {
        return new ExpertsAdapter().open(reference, Models.context());
    }
}
