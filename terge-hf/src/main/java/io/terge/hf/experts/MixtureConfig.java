package io.terge.hf.experts;

import io.terge.hf.config.ConfigJson;
import io.terge.spi.format.Companion;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

/**
 * The configurations of a mixture and of its dense models, each made of the other.
 *
 * <p>Libraries have defaults for what a configuration does not state, and these differ between
 * architectures: those that a model relies on are written out.
 *
 * @param architecture the architecture of the mixture
 * @param config the configuration to start from
 */
public record MixtureConfig(Architecture architecture, ConfigJson config) {

    private static final String KEY_HEADS = "num_key_value_heads";
    private static final String HEADS = "num_attention_heads";
    private static final String EPSILON = "rms_norm_eps";
    private static final String POSITIONS = "max_position_embeddings";
    private static final String THETA = "rope_theta";
    private static final String WINDOW = "sliding_window";
    private static final String HEAD_SIZE = "head_dim";
    private static final String ACTIVE = "num_experts_per_tok";
    private static final String EXPERT_SIZE = "moe_intermediate_size";
    private static final String TRUE = "true";

    private static final Set<String> ONLY_DENSE =
            Set.of("attention_bias", "mlp_bias", "pretraining_tp", "auto_map");

    private static final Set<String> ONLY_MIXTURE =
            Set.of(
                    """
                    num_local_experts num_experts num_experts_per_tok n_routed_experts
                    n_shared_experts moe_intermediate_size shared_expert_intermediate_size
                    norm_topk_prob decoder_sparse_step mlp_only_layers moe_layer_freq
                    first_k_dense_replace scoring_func routed_scaling_factor aux_loss_alpha seq_aux
                    output_router_logits router_aux_loss_coef router_jitter_noise qkv_bias auto_map
                    """
                            .trim()
                            .split("\\s+"));

    /**
     * Returns the configuration of a mixture; this one is that of its base.
     *
     * @param experts how many experts there are
     * @param shared how many of them are shared, in addition
     * @param active how many experts a token goes through
     * @param size the intermediate size of an expert
     */
    public Companion mixture(int experts, int shared, int active, long size) {
        SequencedMap<String, String> values = new LinkedHashMap<>();
        values.put("architectures", quoted(architecture.className(), "[", "]"));
        values.put("model_type", quoted(architecture.type(), "", ""));
        switch (architecture) {
            case MIXTRAL -> {
                values.put("num_local_experts", text(experts));
                values.put(ACTIVE, text(active));
            }
            case QWEN2, QWEN3 -> {
                values.put("num_experts", text(experts));
                values.put(ACTIVE, text(active));
                values.put(EXPERT_SIZE, text(size));
                if (shared > 0) {
                    values.put("shared_expert_intermediate_size", text(size));
                }
                values.put("norm_topk_prob", TRUE);
                values.put("decoder_sparse_step", "1");
                values.put("mlp_only_layers", "[]");
            }
            case DEEPSEEK -> {
                values.put("auto_map", deepseekCode());
                values.put("n_routed_experts", text(experts));
                if (shared > 0) {
                    values.put("n_shared_experts", text(shared));
                }
                values.put(ACTIVE, text(active));
                values.put(EXPERT_SIZE, text(size));
                values.put("norm_topk_prob", TRUE);
                values.put("moe_layer_freq", "1");
                values.put("first_k_dense_replace", "0");
                values.put("scoring_func", "\"softmax\"");
            }
        }
        Set<String> removed = architecture == Architecture.QWEN3 ? Set.of() : ONLY_DENSE;
        return config.with(values, removed, denseDefaults());
    }

    // The library has no class for it: its code is loaded from the model of this name.
    private static String deepseekCode() {
        String from = "deepseek-ai/deepseek-moe-16b-base--";
        return """
        {"AutoConfig": "%1$sconfiguration_deepseek.DeepseekConfig", \
        "AutoModel": "%1$smodeling_deepseek.DeepseekModel", \
        "AutoModelForCausalLM": "%1$smodeling_deepseek.DeepseekForCausalLM"}\
        """
                .formatted(from);
    }

    /** What a dense model has by default, and a mixture has not. */
    private Map<String, String> denseDefaults() {
        SequencedMap<String, String> missing = new LinkedHashMap<>();
        switch (config.text("model_type").orElse("")) {
            case "llama" -> {
                config.text(HEADS).ifPresent(heads -> missing.put(KEY_HEADS, heads));
                missing.put(POSITIONS, "2048");
                missing.put(EPSILON, "1e-06");
            }
            case "mistral" -> {
                missing.put(WINDOW, "4096");
                missing.put(EPSILON, "1e-06");
            }
            case "qwen3" -> missing.put(HEAD_SIZE, "128");
            default -> {}
        }
        addTheta(missing, "10000.0");
        if (architecture == Architecture.DEEPSEEK) {
            // Its code is older than that key.
            config.text("rope_parameters", THETA).ifPresent(theta -> missing.put(THETA, theta));
        }
        return missing;
    }

    /**
     * Returns the configuration of one expert as a dense model; this one is that of the mixture.
     *
     * @param size the intermediate size of the expert
     */
    public Companion dense(long size) {
        SequencedMap<String, String> values = new LinkedHashMap<>();
        values.put("architectures", quoted(architecture.denseClass(), "[", "]"));
        values.put("model_type", quoted(architecture.denseType(), "", ""));
        values.put("intermediate_size", text(size));
        SequencedMap<String, String> missing = new LinkedHashMap<>();
        switch (architecture) {
            case MIXTRAL -> {
                missing.put(WINDOW, "null");
                missing.put(EPSILON, "1e-05");
                addTheta(missing, "1000000.0");
            }
            case QWEN3 -> {
                long heads = config.number(HEADS);
                if (heads > 0) {
                    missing.put(HEAD_SIZE, text(config.number("hidden_size") / heads));
                }
            }
            case QWEN2, DEEPSEEK -> {}
        }
        return config.with(values, ONLY_MIXTURE, missing);
    }

    private void addTheta(Map<String, String> missing, String theta) {
        if (!config.has("rope_parameters")) {
            missing.put(THETA, theta);
        }
    }

    private static String text(long number) {
        return Long.toString(number);
    }

    private static String quoted(String text, String before, String after) {
        return before + '"' + text + '"' + after;
    }
}
