package io.terge.hf.directory;

import java.util.List;
import java.util.regex.Pattern;

/** What a file beside the weights of a model is to it, judging by its name. */
enum FileUse {
    /** Another copy of the weights, for other programs, or the state of a training. */
    COPY_OR_STATE,
    /** Records of a download, compiled code: made again by whoever needs them. */
    CACHE,
    /** Weights of the model beyond those that are merged, such as a layer in a subdirectory. */
    FURTHER_WEIGHTS,
    /** What the model was merged from, which is not what a merge of it is made from. */
    RECIPE,
    /** Everything else: configuration, tokenizer, licence. */
    COMPANION;

    private static final Pattern CACHES = Pattern.compile("(.*/)?(\\.cache|__pycache__)/.*");

    private static final Pattern DIRECTORIES =
            Pattern.compile(
                    "(onnx|openvino|original|coreml|gguf|checkpoint-\\d+|global_step\\d+)/.*");

    /** In any directory: no part of a model that is merged is in these formats. */
    private static final Pattern OTHER_FORMATS =
            Pattern.compile(
                    ".*\\.(onnx|onnx_data|gguf|ggml|h5|keras|msgpack|ot|tflite)(\\.index\\.json)?");

    private static final Pattern OTHER_COPIES =
            Pattern.compile(
                    "consolidated.*"
                            + "|openvino_.*"
                            + "|pytorch_model.*\\.bin(\\.index.*\\.json)?"
                            + "|(model|pytorch_model|diffusion_pytorch_model)"
                            + "\\..+\\.(safetensors|bin)"
                            + "|model\\.safetensors\\.index\\..+\\.json");

    private static final Pattern STATES =
            Pattern.compile(
                    "(optimizer|scheduler|scaler)(_\\d+)?\\.(pt|bin)"
                            + "|rng_state.*\\.pth"
                            + "|random_states_.*\\.pkl"
                            + "|trainer_state\\.json"
                            + "|training_args\\.bin");

    private static final List<String> WEIGHTS =
            List.of(".safetensors", ".bin", ".pt", ".pth", ".ckpt");

    /**
     * Returns the use of a file.
     *
     * @param name its path within the model, separated by {@code /}
     */
    static FileUse of(String name) {
        if (CACHES.matcher(name).matches()) {
            return CACHE;
        }
        if (RecipeFile.NAMES.contains(name)) {
            return RECIPE;
        }
        boolean isCopy =
                DIRECTORIES.matcher(name).matches() || OTHER_FORMATS.matcher(name).matches();
        boolean isInRoot = name.indexOf('/') < 0;
        if (isCopy || isInRoot && isCopyOrStateByName(name)) {
            return COPY_OR_STATE;
        }
        return WEIGHTS.stream().anyMatch(name::endsWith) ? FURTHER_WEIGHTS : COMPANION;
    }

    private static boolean isCopyOrStateByName(String name) {
        return OTHER_COPIES.matcher(name).matches() || STATES.matcher(name).matches();
    }
}
