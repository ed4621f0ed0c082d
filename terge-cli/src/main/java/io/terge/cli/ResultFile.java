package io.terge.cli;

import io.terge.api.MergePlan;
import io.terge.error.ErrorCode;
import io.terge.error.Problem;
import io.terge.error.TergeException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * A file about a merge, if there is to be one. It is tried out before the merge, which may take an
 * hour, and filled after it: beside its place first, then renamed, so that it is complete or not
 * there.
 */
final class ResultFile {

    private final ResultKind kind;
    private final Optional<Path> file;

    private ResultFile(ResultKind kind, Optional<Path> file) {
        this.kind = kind;
        this.file = file;
    }

    /** Writes what belongs into the file. */
    interface Content {

        /** Writes to a file that is not there yet. */
        void writeTo(Path file) throws IOException;
    }

    /**
     * Makes sure that the file can be written. Leaves nothing: what lay beside a model while it is
     * merged would be copied with it.
     *
     * @param kind what will be written
     * @param file the file, if there is to be one
     * @param plan what will be merged
     * @param overwrite whether a file that is there may be replaced
     * @throws TergeException if it cannot or must not be written
     */
    static ResultFile tried(
            ResultKind kind, Optional<Path> file, MergePlan plan, boolean overwrite) {
        if (file.isEmpty()) {
            return new ResultFile(kind, file);
        }
        Path asked = file.get();
        ResultPlace place = new ResultPlace(kind, asked, plan);
        place.check(overwrite);
        if (place.isInOutput()) {
            // Its directory is made, or replaced, by the merge: there is nothing to try out yet.
            return new ResultFile(kind, file);
        }
        try {
            Path target = Files.exists(asked) ? asked.toRealPath() : asked;
            Path partial = beside(target);
            Files.deleteIfExists(partial); // Of a run that was killed.
            Files.createFile(partial);
            Files.delete(partial);
            return new ResultFile(kind, Optional.of(target));
        } catch (IOException failure) {
            throw cannotWrite(kind, asked, failure, "nothing was merged");
        }
    }

    /** Writes the content and puts it at its place, if there is to be such a file. */
    void write(Content content) {
        if (file.isEmpty()) {
            return;
        }
        Path target = file.get();
        Path partial = beside(target);
        try {
            content.writeTo(partial);
            Files.move(
                    partial,
                    target,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            TergeException told =
                    cannotWrite(
                            kind,
                            target,
                            failure,
                            "the models are merged, only the %s is missing".formatted(kind.noun()));
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

    private static TergeException cannotWrite(
            ResultKind kind, Path file, IOException failure, String state) {
        return new TergeException(
                Problem.of(
                                ErrorCode.CANNOT_WRITE,
                                "Cannot write the %s to %s: %s"
                                        .formatted(kind.noun(), file, OsFailure.reason(failure)))
                        .note(state),
                failure);
    }
}
