package io.terge.hf.directory;

import io.terge.error.ErrorCode;
import io.terge.error.Problem;
import io.terge.error.TergeException;
import io.terge.files.Companions;
import io.terge.files.Directory;
import io.terge.files.Quoted;
import io.terge.hf.safetensors.SafetensorsName;
import io.terge.hf.safetensors.SafetensorsSource;
import io.terge.spi.CompanionFile;

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
                    List.of(path.resolve(WeightNames.SINGLE)), files -> {}, companions(List.of()));
        }
        if (has(WeightNames.INDEX)) {
            ShardIndex index = ShardIndex.read(path.resolve(WeightNames.INDEX));
            ShardCheck check = new ShardCheck(index);
            check.present();
            return SafetensorsSource.open(index.files(), check::agree, companions(index.files()));
        }
        throw new TergeException(noWeights());
    }

    /**
     * The other files, without all safetensors weights and their index: whichever of them was read,
     * the others would contradict the merged ones.
     */
    private List<CompanionFile> companions(List<Path> weights) throws IOException {
        return Companions.below(
                path, file -> WeightNames.belong(file.name()) || weights.contains(file.file()));
    }

    private boolean has(String name) throws IOException {
        // A link to nothing counts: opening it says what is wrong.
        return new Directory(path).has(name);
    }

    private Problem noWeights() throws IOException {
        List<String> names = new Directory(path).names();
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
            if (name.endsWith(SafetensorsName.SUFFIX)) {
                return problem.fix("name the file itself: " + Quoted.of(path.resolve(name)));
            }
        }
        if (names.stream().anyMatch(name -> OTHER_FORMATS.stream().anyMatch(name::endsWith))) {
            return problem.fix("convert the weights to safetensors");
        }
        return problem;
    }

    private static String listed(List<String> names) {
        String shown =
                String.join(", ", names.stream().limit(NAMES_SHOWN).map(Quoted::of).toList());
        int more = names.size() - NAMES_SHOWN;
        return more > 0 ? shown + " and " + more + " more" : shown;
    }
}
