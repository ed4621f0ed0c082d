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
final class LineageFile implements AutoCloseable {

    private final Optional<Path> file;
    private final Optional<Path> partial;

    private LineageFile(Optional<Path> file, Optional<Path> partial) {
        this.file = file;
        this.partial = partial;
    }

    /**
     * Makes sure that the file can be written.
     *
     * @param file the file, if there is to be one
     * @param plan what will be merged
     * @param overwrite whether a file that is there may be replaced
     * @throws TergeException if it cannot or must not be written
     */
    static LineageFile reserve(Optional<Path> file, MergePlan plan, boolean overwrite) {
        if (file.isEmpty()) {
            return new LineageFile(Optional.empty(), Optional.empty());
        }
        Path asked = file.get();
        LineagePlace.check(asked, plan, overwrite);
        if (LineagePlace.isInOutput(asked, plan)) {
            // Its directory is made, or replaced, by the merge: there is nothing to try out yet.
            return new LineageFile(file, Optional.empty());
        }
        try {
            Path target = Files.exists(asked) ? asked.toRealPath() : asked;
            Path partial = target.resolveSibling("." + target.getFileName() + ".partial");
            Files.deleteIfExists(partial); // Of a run that was killed.
            Files.createFile(partial);
            return new LineageFile(Optional.of(target), Optional.of(partial));
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
        Path beside =
                partial.orElseGet(
                        () -> target.resolveSibling("." + target.getFileName() + ".partial"));
        try {
            LineageJson.write(lineage, beside);
            Files.move(
                    beside,
                    target,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw cannotWrite(
                    target, failure, "the models are merged, only the lineage is missing");
        }
    }

    /** Clears what was tried out. */
    @Override
    public void close() {
        partial.ifPresent(
                path -> {
                    try {
                        Files.deleteIfExists(path);
                    } catch (IOException failure) {
                        throw cannotWrite(path, failure, "an empty file is left there");
                    }
                });
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
