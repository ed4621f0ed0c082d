package io.terge.hf.experts.view;

import io.terge.error.Problem;
import io.terge.files.Quoted;
import io.terge.hf.config.ConfigJson;
import io.terge.hf.experts.ExpertsCode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Checks that the attention of a base is that of the first DeepSeek-MoE, which has fewer variants
 * than that of the models it is made of.
 *
 * @param model the base, for messages
 * @param config its configuration
 * @param traits its traits
 */
record DeepseekCheck(String model, ConfigJson config, Map<String, String> traits) {

    private static final String NONE = "none";

    List<Problem> problems() {
        List<String> differences = new ArrayList<>();
        boolean hasWindow =
                config.text("model_type").filter("mistral"::equals).isPresent()
                        && !config.states("sliding_window");
        if (hasWindow || config.has("sliding_window")) {
            differences.add("a sliding window");
        }
        if (!traits.getOrDefault("rope_scaling", NONE).equals(NONE)) {
            differences.add("scaled rotary embeddings");
        }
        if (config.has("head_dim")
                && config.number("head_dim") * config.number("num_attention_heads")
                        != config.number("hidden_size")) {
            differences.add("a 'head_dim' that is not hidden_size / num_attention_heads");
        }
        return differences.isEmpty()
                ? List.of()
                : List.of(
                        Problem.of(
                                        ExpertsCode.EXPERTS_ARCHITECTURE,
                                        "%s has %s, which deepseek does not have"
                                                .formatted(
                                                        Quoted.of(model),
                                                        String.join(" and ", differences)))
                                .fix("use another base, or no shared expert"));
    }
}
