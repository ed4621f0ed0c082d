package io.terge.hf;

import io.terge.error.ErrorCode;
import io.terge.error.Problem;
import io.terge.error.TergeException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A directory with weights and the files that belong to them.
 *
 * @param path where it is
 */
record ModelDirectory(Path path) {

    private static final int NAMES_SHOWN = 20;
    private static final List<String> OTHER_FORMATS =
            List.of(".bin", ".pt", ".pth", ".ckpt", ".h5", ".msgpack", ".onnx", ".gguf");

    /** Whether there are weights of a kind that {@link #open()} reads. */
    boolean hasWeights() throws IOException {
        return has(WeightNames.SINGLE) || has(WeightNames.INDEX);
    }

    /** Opens the weights: one file, else shards. */
    SafetensorsSource open() throws IOException {
        if (!Files.isDirectory(path)) {
            throw new TergeException(
                    Problem.of(
                            ErrorCode.MODEL_NOT_FOUND, "There is no directory " + Quoted.of(path)));
        }
        if (has(WeightNames.SINGLE)) {
            return SafetensorsSource.open(
                    List.of(path.resolve(WeightNames.SINGLE)),
                    files -> {},
                    CompanionFinder.find(path, List.of()));
        }
        if (has(WeightNames.INDEX)) {
            ShardIndex index = ShardIndex.read(path.resolve(WeightNames.INDEX));
            ShardCheck check = new ShardCheck(index);
            check.present();
            return SafetensorsSource.open(
                    index.files(), check::agree, CompanionFinder.find(path, index.files()));
        }
        throw new TergeException(noWeights());
    }

    private boolean has(String name) throws IOException {
        // A link to nothing counts: opening it says what is wrong.
        return RegularFile.isTaken(path.resolve(name));
    }

    private Problem noWeights() throws IOException {
        List<String> names = names();
        Problem problem =
                Problem.of(
                                ErrorCode.NO_WEIGHTS,
                                "%s holds neither %s nor %s"
                                        .formatted(
                                                Quoted.of(path),
                                                WeightNames.SINGLE,
                                                WeightNames.INDEX))
                        .note(names.isEmpty() ? "it is empty" : "it holds: " + listed(names));
        for (String name : names) {
            if (name.endsWith(WeightNames.SUFFIX)) {
                return problem.fix("name the file itself: " + Quoted.of(path.resolve(name)));
            }
        }
        if (names.stream().anyMatch(name -> OTHER_FORMATS.stream().anyMatch(name::endsWith))) {
            return problem.fix("convert the weights to safetensors");
        }
        return problem;
    }

    private List<String> names() throws IOException {
        return FileTree.entries(path).stream()
                .map(entry -> String.valueOf(entry.getFileName()))
                .toList();
    }

    private static String listed(List<String> names) {
        String shown =
                String.join(", ", names.stream().limit(NAMES_SHOWN).map(Quoted::of).toList());
        int more = names.size() - NAMES_SHOWN;
        return more > 0 ? shown + " and " + more + " more" : shown;
    }
}
