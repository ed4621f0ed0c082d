package io.terge.cli;

import io.terge.api.Lineage;
import io.terge.api.MergePlan;
import io.terge.engine.lineage.LineageJson;
import io.terge.error.ErrorCode;
import io.terge.error.Problem;
import io.terge.error.TergeException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * The file of {@code --lineage}. It is tried out before a merge, which may take an hour, and filled
 * after it: beside its place first, then renamed, so that it is complete or not there.
 */
final class LineageFile {

    private final Optional<Path> file;

    private LineageFile(Optional<Path> file) {
        this.file = file;
    }

    /**
     * Makes sure that the file can be written. Leaves nothing: what lay beside a model while it is
     * merged would be copied with it.
     *
     * @param file the file, if there is to be one
     * @param plan what will be merged
     * @param overwrite whether a file that is there may be replaced
     * @throws TergeException if it cannot or must not be written
     */
    static LineageFile tried(Optional<Path> file, MergePlan plan, boolean overwrite) {
        if (file.isEmpty()) {
            return new LineageFile(Optional.empty());
        }
        Path asked = file.get();
        LineagePlace.check(asked, plan, overwrite);
        if (LineagePlace.isInOutput(asked, plan)) {
            // Its directory is made, or replaced, by the merge: there is nothing to try out yet.
            return new LineageFile(file);
        }
        try {
            Path target = Files.exists(asked) ? asked.toRealPath() : asked;
            Path partial = beside(target);
            Files.deleteIfExists(partial); // Of a run that was killed.
            Files.createFile(partial);
            Files.delete(partial);
            return new LineageFile(Optional.of(target));
        } catch (IOException failure) {
            throw cannotWrite(asked, failure, "nothing was merged");
        }
    }

    /** Writes the lineage and puts it at its place. */
    void write(Lineage lineage) {
        if (file.isEmpty()) {
            return;
        }
        Path target = file.get();
        Path partial = beside(target);
        try {
            LineageJson.write(lineage, partial);
            Files.move(
                    partial,
                    target,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            TergeException told =
                    cannotWrite(
                            target, failure, "the models are merged, only the lineage is missing");
            try {
                Files.deleteIfExists(partial);
            } catch (IOException second) {
                told.addSuppressed(second);
            }
            throw told;
        }
    }

    private static Path beside(Path target) {
        return target.resolveSibling("." + target.getFileName() + ".partial");
    }

    private static TergeException cannotWrite(Path file, IOException failure, String state) {
        return new TergeException(
                Problem.of(
                                ErrorCode.CANNOT_WRITE,
                                "Cannot write the lineage to %s: %s"
                                        .formatted(file, OsFailure.reason(failure)))
                        .note(state),
                failure);
    }
}
