package io.terge.hf.directory;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The names that a model directory gives to its weights. */
final class WeightNames {

    /** All weights in one file, as this code writes it. */
    static final String SINGLE = "model.safetensors";

    /** Which parameter is in which shard, as this code writes it. */
    static final String INDEX = "model.safetensors.index.json";

    private static final String INDEX_SUFFIX = ".index.json";

    /**
     * Files that hold all weights, and indexes of shards: the first of them that is there is read.
     */
    static final List<String> READ =
            List.of(SINGLE, INDEX, "pytorch_model.bin", "pytorch_model.bin" + INDEX_SUFFIX);

    /** The file that describes a model. */
    static final String CONFIG = "config.json";

    private static final Pattern SHARD =
            Pattern.compile(
                    "(model-\\d{5,}-of-\\d{5,}\\.safetensors|pytorch_model-\\d{5,}-of-\\d{5,}\\.bin)");

    private static final List<String> OTHER_FORMATS =
            List.of(
                    ".bin",
                    ".pt",
                    ".pth",
                    ".ckpt",
                    ".h5",
                    ".keras",
                    ".msgpack",
                    ".npz",
                    ".onnx",
                    ".gguf",
                    ".ggml",
                    ".tflite");

    private WeightNames() {}

    /** The name of one of several shards; they are counted from 1. */
    static String shard(int number, int count) {
        return "model-%05d-of-%05d.safetensors".formatted(number, count);
    }

    /** Whether a file of this name, directly in a model directory, is part of its weights. */
    static boolean belong(String name) {
        return READ.contains(name) || SHARD.matcher(name).matches();
    }

    /** Whether one of {@link #belong} is of safetensors, not of PyTorch. */
    static boolean areOfSafetensors(String name) {
        return name.startsWith("model");
    }

    /** Whether one of {@link #READ} is an index of shards. */
    static boolean isIndex(String name) {
        return name.endsWith(INDEX_SUFFIX);
    }

    /** Whether a name ends as that of one file of weights in a format that is not safetensors. */
    static boolean areOfAnotherFormat(String name) {
        return OTHER_FORMATS.stream().anyMatch(name::endsWith);
    }

    /** Whether a path ends as one of {@link #areOfAnotherFormat}. */
    static boolean areOfAnotherFormat(Path path) {
        return areOfAnotherFormat(String.valueOf(path.getFileName()));
    }
}
