package io.terge.hf.experts;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** An architecture of mixtures of experts: what it is made of, and how it names parameters. */
public enum Architecture {
    /** Mixtral, of Llama or Mistral models. */
    MIXTRAL(
            "mixtral",
            List.of("llama", "mistral"),
            "mixtral",
            "MixtralForCausalLM",
            "mistral",
            "MistralForCausalLM",
            Shared.NONE,
            ""),
    /** Qwen2-MoE, of Qwen2 models. */
    QWEN2(
            "qwen",
            List.of("qwen2"),
            "qwen2_moe",
            "Qwen2MoeForCausalLM",
            "qwen2",
            "Qwen2ForCausalLM",
            Shared.ONE,
            "|self_attn\\.[qkv]_proj\\.bias"),
    /** Qwen3-MoE, of Qwen3 models. */
    QWEN3(
            "qwen3",
            List.of("qwen3"),
            "qwen3_moe",
            "Qwen3MoeForCausalLM",
            "qwen3",
            "Qwen3ForCausalLM",
            Shared.NONE,
            "|self_attn\\.[qk]_norm\\.weight|self_attn\\.[qkvo]_proj\\.bias"),
    /** The first DeepSeek-MoE, of Llama or Mistral models. */
    DEEPSEEK(
            "deepseek",
            List.of("llama", "mistral"),
            "deepseek",
            "DeepseekForCausalLM",
            "llama",
            "LlamaForCausalLM",
            Shared.AT_MOST_ONE,
            "");

    /** How many shared experts there are. */
    private enum Shared {
        NONE,
        ONE,
        AT_MOST_ONE
    }

    private static final String OUTSIDE_LAYERS =
            "model\\.embed_tokens\\.weight|model\\.norm\\.weight|lm_head\\.weight";
    private static final String IN_LAYERS =
            "(?:input_layernorm|post_attention_layernorm)\\.weight|self_attn\\.[qkvo]_proj\\.weight";

    private final String word;
    private final List<String> sources;
    private final String type;
    private final String className;
    private final String denseType;
    private final String denseClass;
    private final Shared shared;
    private final Pattern others;

    Architecture(
            String word,
            List<String> sources,
            String type,
            String className,
            String denseType,
            String denseClass,
            Shared shared,
            String more) {
        this.word = word;
        this.sources = sources;
        this.type = type;
        this.className = className;
        this.denseType = denseType;
        this.denseClass = denseClass;
        this.shared = shared;
        this.others =
                Pattern.compile(
                        "%s|model\\.layers\\.\\d+\\.(?:%s%s)"
                                .formatted(OUTSIDE_LAYERS, IN_LAYERS, more));
    }

    /** Returns the architecture that a recipe calls so; letters are compared without case. */
    public static Optional<Architecture> named(String word) {
        return Arrays.stream(values())
                .filter(one -> one.word.equals(word.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** Returns the architecture that has a {@code model_type}. */
    public static Optional<Architecture> ofType(String type) {
        return Arrays.stream(values()).filter(one -> one.type.equals(type)).findFirst();
    }

    /** Returns the architecture of mixtures of models of a {@code model_type}. */
    public static Optional<Architecture> madeOf(String type, int sharedExperts) {
        List<Architecture> possible =
                Arrays.stream(values()).filter(one -> one.sources.contains(type)).toList();
        return possible.stream()
                .filter(one -> one.allowsShared(sharedExperts))
                .findFirst()
                .or(() -> possible.stream().findFirst());
    }

    /** All names, for messages. */
    public static String words() {
        return Arrays.stream(values()).map(Architecture::word).collect(Collectors.joining(", "));
    }

    /** Every {@code model_type} that a mixture can be made of, for messages. */
    public static String allSources() {
        return Arrays.stream(values())
                .flatMap(one -> one.sources.stream())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** Every {@code model_type} of a mixture, for messages. */
    public static String allTypes() {
        return Arrays.stream(values()).map(Architecture::type).collect(Collectors.joining(", "));
    }

    /** What recipes call it. */
    public String word() {
        return word;
    }

    /** Each {@code model_type} that it can be made of. */
    public List<String> sources() {
        return sources;
    }

    /** Its {@code model_type}. */
    public String type() {
        return type;
    }

    /** The class of its models in {@code config.json}. */
    public String className() {
        return className;
    }

    /** The {@code model_type} of one expert as a dense model. */
    public String denseType() {
        return denseType;
    }

    /** The class of one expert as a dense model. */
    public String denseClass() {
        return denseClass;
    }

    /** Whether it can have so many shared experts. */
    public boolean allowsShared(int count) {
        return switch (shared) {
            case NONE -> count == 0;
            case ONE -> count == 1;
            case AT_MOST_ONE -> count <= 1;
        };
    }

    /** How many shared experts it must have, for messages. */
    public String sharedText() {
        return switch (shared) {
            case NONE -> "0 shared experts";
            case ONE -> "1 shared expert";
            case AT_MOST_ONE -> "0 or 1 shared experts";
        };
    }

    /** Whether a parameter, which belongs to no expert, is part of such a model. */
    public boolean hasPlaceFor(String name) {
        return others.matcher(name).matches();
    }

    /** Whether the shared expert is weighted by a gate of its own. */
    public boolean hasSharedGate() {
        return this == QWEN2;
    }

    /** The name of the vectors by which experts are chosen: a row for each. */
    public String router(int layer) {
        return block(layer) + "gate.weight";
    }

    /** The same, where the experts of a layer are in one parameter. */
    public static String fusedRouter(int layer) {
        return "model.layers.%d.mlp.gate.weight".formatted(layer);
    }

    /**
     * The name of the matrices of all experts, in which those of {@link MlpPart#GATE} and {@link
     * MlpPart#UP} are one: [experts, 2 * intermediate states, hidden states], and [experts, hidden
     * states, intermediate states] for {@link MlpPart#DOWN}.
     */
    public static String fused(int layer, MlpPart part) {
        String name = part == MlpPart.DOWN ? part.projection() : "gate_up_proj";
        return "model.layers.%d.mlp.experts.%s".formatted(layer, name);
    }

    /** The name of a matrix of an expert. */
    public String expert(int layer, int expert, MlpPart part) {
        String name = this == MIXTRAL ? part.numbered() : part.projection();
        return "%sexperts.%d.%s.weight".formatted(block(layer), expert, name);
    }

    /** The name of a matrix of the shared expert. */
    public String shared(int layer, MlpPart part) {
        String expert = this == QWEN2 ? "shared_expert" : "shared_experts";
        return "%s%s.%s.weight".formatted(block(layer), expert, part.projection());
    }

    /** The name of the vector that weights the shared expert. */
    public String sharedGate(int layer) {
        return block(layer) + "shared_expert_gate.weight";
    }

    /** What the names of all parameters of experts and gates of a layer start with. */
    public String block(int layer) {
        return "model.layers.%d.%s.".formatted(layer, this == MIXTRAL ? "block_sparse_moe" : "mlp");
    }
}
