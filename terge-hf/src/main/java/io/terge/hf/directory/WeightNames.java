package io.terge.hf.directory;

import io.terge.hf.safetensors.SafetensorsName;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The names that a model directory gives to its weights. */
final class WeightNames {

    private static final String INDEX_SUFFIX = ".index.json";

    /**
     * Files that hold all weights, and indexes of shards: the first of them that is there is read.
     */
    static final List<String> READ =
            Arrays.stream(WeightKind.values())
                    .flatMap(kind -> Stream.of(kind.single(), kind.index()))
                    .toList();

    /** The file that describes a model. */
    static final String CONFIG = "config.json";

    private static final Pattern SHARD =
            Pattern.compile(
                    "(model-\\d{5,}-of-\\d{5,}\\.safetensors|pytorch_model-\\d{5,}-of-\\d{5,}\\.bin)");

    /** Files that may be a whole model under another name than {@link #READ}, the best first. */
    private static final List<String> MODELS =
            List.of(SafetensorsName.SUFFIX, ".bin", ".pt", ".pth", ".pth.tar", ".ckpt");

    /** One of several files, an adapter, or the state of a training, which are no model. */
    private static final Pattern NO_MODEL =
            Pattern.compile(
                    ".*[-_]\\d+-of-\\d+\\..*"
                            + "|(adapter_|training_args|optim|scheduler|scaler|rng_).*"
                            + "|.*(lora|embeds|mp_rank|zero_pp_rank).*");

    private static final Pattern ANY_SHARD = Pattern.compile(".*[-_]\\d+-of-\\d+\\..*");

    private static final Pattern DIGITS = Pattern.compile("\\d+");

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

    /** Returns the file that is most likely a model of its own. */
    static Optional<String> likeliest(List<String> names) {
        return MODELS.stream()
                .flatMap(ending -> names.stream().filter(name -> name.endsWith(ending)))
                .filter(name -> !NO_MODEL.matcher(name).matches())
                .filter(name -> !isCounted(name, names))
                .findFirst();
    }

    /** Whether a file looks like one of several shards, whatever it is called. */
    static boolean isShard(String name) {
        return ANY_SHARD.matcher(name).matches() && endsLikeAModel(name);
    }

    /** Whether there are files that differ in their numbers only, which may be parts of one. */
    static boolean haveParts(List<String> names) {
        return names.stream().anyMatch(name -> endsLikeAModel(name) && isCounted(name, names));
    }

    private static boolean endsLikeAModel(String name) {
        return MODELS.stream().anyMatch(name::endsWith);
    }

    private static boolean isCounted(String name, List<String> names) {
        String uncounted = DIGITS.matcher(name).replaceAll("#");
        return names.stream()
                .anyMatch(
                        other ->
                                !other.equals(name)
                                        && DIGITS.matcher(other).replaceAll("#").equals(uncounted));
    }

    /** Whether a name ends as that of one file of weights in a format that is not safetensors. */
    static boolean areOfAnotherFormat(String name) {
        return OTHER_FORMATS.stream().anyMatch(name::endsWith);
    }
}
