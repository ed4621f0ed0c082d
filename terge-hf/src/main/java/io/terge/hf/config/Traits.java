package io.terge.hf.config;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/**
 * The values of a configuration that change what the numbers of a model mean. What a library would
 * assume for a missing value is known for few of them, so a value that only one model states is not
 * compared. The number of layers is none of them: names of parameters tell it, and an output has as
 * many layers as were asked for.
 */
final class Traits {

    private static final Set<String> KEYS =
            Set.of(
                    """
                    model_type hidden_size intermediate_size d_model d_ff d_kv dim ffn_dim n_embd
                    n_inner encoder_layers decoder_layers num_attention_heads
                    num_key_value_heads n_head num_heads n_heads encoder_attention_heads
                    decoder_attention_heads head_dim moe_intermediate_size num_local_experts
                    num_experts n_routed_experts n_shared_experts num_experts_per_tok norm_topk_prob routed_scaling_factor
                    scoring_func n_group topk_group kv_lora_rank q_lora_rank qk_rope_head_dim
                    qk_nope_head_dim v_head_dim vocab_size rotary_pct partial_rotary_factor
                    rotary_emb_base rope_local_base_freq rope_interleave original_max_position_embeddings
                    position_embedding_type
                    alibi rms_norm_eps layer_norm_eps layer_norm_epsilon norm_eps layernorm_epsilon
                    hidden_act hidden_activation activation_function activation feed_forward_proj
                    layer_types sliding_window_pattern no_rope_layers attention_bias
                    attn_logit_softcapping final_logit_softcapping query_pre_attn_scalar
                    logit_scale logits_scaling embedding_multiplier residual_multiplier
                    attention_multiplier scale_embedding scale_embeddings
                    scale_attn_by_inverse_layer_idx use_parallel_residual parallel_attn
                    image_size patch_size num_mel_bins state_size d_state conv_kernel projection_dim
                    """
                            .trim()
                            .split("\\s+"));

    private static final Set<String> PACKED = Set.of("quantization_config", "compression_config");

    private final SequencedMap<String, String> traits = new LinkedHashMap<>();

    private Traits() {}

    static SequencedMap<String, String> of(ConfigValue root) {
        Traits traits = new Traits();
        if (root.isObject()) {
            traits.add("", root);
        }
        return traits.traits;
    }

    private void add(String prefix, ConfigValue scope) {
        new RopeTraits(scope).traits().forEach((key, text) -> traits.put(prefix + key, text));
        windows(scope).ifPresent(text -> traits.put(prefix + "sliding_window", text));
        for (Map.Entry<String, ConfigValue> field : scope.fields().entrySet()) {
            String key = field.getKey();
            ConfigValue value = field.getValue();
            if (value.isObject()) {
                if (key.endsWith("_config") && !PACKED.contains(key)) {
                    add(prefix + key + ".", value);
                }
            } else if (KEYS.contains(key)) {
                String text = ConfigValue.canonical(value.text());
                traits.put(
                        prefix + key, LayerOrder.KEYS.contains(key) ? LayerOrder.of(text) : text);
            }
        }
    }

    /** Some libraries keep the number of a window that is switched off. */
    private static Optional<String> windows(ConfigValue scope) {
        if (scope.text("model_type").isEmpty()) {
            return Optional.empty();
        }
        boolean isOff = scope.text("use_sliding_window").filter("false"::equals).isPresent();
        return Optional.of(
                scope.text("sliding_window")
                        .filter(window -> !isOff)
                        .map(ConfigValue::canonical)
                        .orElse("none"));
    }
}
