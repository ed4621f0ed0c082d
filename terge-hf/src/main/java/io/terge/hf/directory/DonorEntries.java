package io.terge.hf.directory;

import io.terge.error.Problem;
import io.terge.files.Directory;
import io.terge.files.Quoted;
import io.terge.model.ModelReference;
import io.terge.spi.format.ModelBlueprint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the model whose companions an output gets has besides them.
 *
 * @param blueprint the output
 */
record DonorEntries(ModelBlueprint blueprint) {

    /** The names of those that are not copied, and what each is. */
    SortedMap<String, String> leftOut() throws IOException {
        Optional<Path> directory = path().filter(Files::isDirectory);
        if (directory.isEmpty()) {
            return new TreeMap<>();
        }
        SortedMap<String, String> names = OtherWeights.in(directory.get());
        if (new Directory(directory.get()).has(Directory.HISTORY)) {
            names.put(Directory.HISTORY, "the history of Git");
        }
        return names;
    }

    /**
     * What the user should know: of a model that is named by its file, the file is all there is.
     */
    List<Problem> warnings() throws IOException {
        Optional<Path> file = path().filter(Files::isRegularFile).map(Path::toAbsolutePath);
        Optional<Path> directory = file.map(Path::getParent);
        if (directory.isEmpty() || !new Directory(directory.get()).has(WeightNames.CONFIG)) {
            return List.of();
        }
        List<String> weights = new ModelDirectory(directory.get()).weightFiles();
        boolean isRead = !weights.isEmpty() && file.get().endsWith(weights.getFirst());
        return List.of(
                Problem.of(
                                DirectoryCode.FILES_NOT_COPIED,
                                "The base is a file, so the files beside it, such as %s, are not copied"
                                        .formatted(WeightNames.CONFIG))
                        .fix(
                                isRead
                                        ? "name its directory as the base: "
                                                + Quoted.of(directory.get())
                                        : "copy those that the output needs yourself"));
    }

    private Optional<Path> path() {
        return blueprint.donor().flatMap(ModelReference::path);
    }
}
