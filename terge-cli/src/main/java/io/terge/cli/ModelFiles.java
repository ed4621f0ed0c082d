package io.terge.cli;

import io.terge.api.MergePlan;
import io.terge.api.ModelUse;
import io.terge.files.Companions;
import io.terge.files.FileCompanion;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The files of the models that a merge reads, compared by what they are, not by path. */
final class ModelFiles {

    private ModelFiles() {}

    /** Returns the model that a file is part of, whatever links lead to it. */
    static Optional<Path> modelOf(Path file, MergePlan plan) {
        return plan.models().stream()
                .map(ModelUse::reference)
                .flatMap(reference -> reference.path().stream())
                .filter(model -> isIn(file, model))
                .findFirst();
    }

    private static boolean isIn(Path file, Path model) {
        if (RealPath.of(file).startsWith(RealPath.of(model))) {
            return true;
        }
        try {
            List<Path> files =
                    Files.isDirectory(model)
                            ? Companions.below(model, weights -> false).stream()
                                    .map(FileCompanion::file)
                                    .toList()
                            : List.of(model);
            for (Path one : files) {
                if (Files.isSameFile(one, file)) {
                    return true;
                }
            }
            return false;
        } catch (IOException absent) {
            return false; // The merge says what is wrong with the model.
        }
    }
}
