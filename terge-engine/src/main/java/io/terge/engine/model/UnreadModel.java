package io.terge.engine.model;

import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.model.ModelReference;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Says what to do about a model that no adapter reads. */
final class UnreadModel {

    /** Formats for inference, which are made from other models. */
    private static final List<String> DERIVED =
            List.of(".gguf", ".ggml", ".onnx", ".tflite", ".mlmodel", ".engine");

    private static final List<String> PYTORCH = List.of(".pt", ".pth", ".bin", ".ckpt");

    private static final Pattern WEB_ADDRESS = Pattern.compile("https?:/.*");
    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]*\\.?[0-9]+%?");
    private static final Pattern QUOTED = Pattern.compile("(['\"]).*\\1");
    private static final Pattern BARE_NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_-]*");

    private UnreadModel() {}

    /** The problem of a path at which there is nothing. */
    static Problem absent(ModelReference model) {
        Problem problem =
                Problem.of(
                                TergeCode.MODEL_NOT_FOUND,
                                "'%s' does not exist".formatted(model.describe()))
                        .fix("check the path");
        if (NUMBER.matcher(model.describe()).matches()) {
            return problem.fix(
                    "if it is one of several values, separate them by commas, without spaces");
        }
        if (QUOTED.matcher(model.describe()).matches()) {
            return problem.fix("remove the quotes, which are read as part of the path");
        }
        return BARE_NAME.matcher(model.describe()).matches()
                ? problem.fix("for a model in the Hugging Face cache, write org/model")
                : problem;
    }

    /** Whether it is an address that a browser opens. */
    static boolean isWebAddress(ModelReference model) {
        return WEB_ADDRESS.matcher(model.describe()).matches();
    }

    /** The problem of an address of the web. */
    static Problem onTheWeb(ModelReference model) {
        return Problem.of(
                        TergeCode.MODEL_NOT_RECOGNIZED,
                        "'%s' is a web address, and no adapter downloads models"
                                .formatted(model.describe()))
                .fix("download the model, and specify the path of the download");
    }

    /** The problem of a reference that no adapter claims. */
    static Problem unclaimed(ModelReference model) {
        return Problem.of(TergeCode.MODEL_NOT_RECOGNIZED, "No adapter claims " + model.describe());
    }

    /** What to do with a model of this name. */
    static String advice(ModelReference model) {
        String name =
                model.path().map(Path::toString).orElse(model.describe()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".json")) {
            return "specify the directory of the model, or its file of weights";
        }
        if (DERIVED.stream().anyMatch(name::endsWith)) {
            return "use the model that it was converted from, as safetensors or PyTorch files, or"
                    + " convert it to safetensors";
        }
        return PYTORCH.stream().anyMatch(name::endsWith)
                ? "add the module terge-pytorch, or convert the model to safetensors"
                : "convert the model to safetensors, or add an adapter for its format";
    }
}
