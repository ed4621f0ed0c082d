package io.terge.cli;

import io.terge.api.MergePlan;
import io.terge.error.FailureReason;
import io.terge.error.Problem;
import io.terge.error.TergeException;
import io.terge.files.StagingName;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * A file about a merge, if one is asked for. Whether it can be written is tried before the merge,
 * which may take an hour; it is written after it, under a temporary name that is then changed, so
 * that it is complete or missing.
 */
final class ResultFile {

    private final ResultKind kind;
    private final Optional<Path> file;

    private ResultFile(ResultKind kind, Optional<Path> file) {
        this.kind = kind;
        this.file = file;
    }

    /** What the file contains. */
    interface Content {

        /** Writes it to a file that does not exist yet. */
        void writeTo(Path file) throws IOException;
    }

    /**
     * Makes sure that the file can be written. Leaves nothing behind: a file in the directory of a
     * model would be copied with it.
     *
     * @param kind what will be written
     * @param file the file, if one is asked for
     * @param plan what will be merged
     * @param overwrite whether an existing file may be replaced
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
            // The merge creates or replaces its directory: there is nothing to try yet.
            return new ResultFile(kind, file);
        }
        try {
            Path target = Files.exists(asked) ? asked.toRealPath() : asked;
            Path partial = beside(target);
            Files.createFile(partial);
            Files.delete(partial);
            return new ResultFile(kind, Optional.of(target));
        } catch (IOException failure) {
            throw cannotWrite(kind, asked, failure, "nothing was merged");
        }
    }

    /**
     * Writes the file, if it is asked for.
     *
     * @return why it could not be written, if so: another file may still be
     */
    Optional<TergeException> attempt(Content content) {
        try {
            write(content);
            return Optional.empty();
        } catch (TergeException failure) {
            return Optional.of(failure);
        }
    }

    /** Writes the file, if it is asked for. */
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
            throw discarding(partial, cannotWrite(kind, target, failure, kind.stateWithoutFile()));
        } catch (TergeException refused) {
            throw discarding(partial, refused);
        }
    }

    private static TergeException discarding(Path partial, TergeException failure) {
        try {
            Files.deleteIfExists(partial);
        } catch (IOException second) {
            failure.addSuppressed(second);
        }
        return failure;
    }

    private static Path beside(Path target) {
        // A name that no file of the user has, and that no model is copied with.
        return target.resolveSibling(StagingName.next(target));
    }

    private static TergeException cannotWrite(
            ResultKind kind, Path file, IOException failure, String state) {
        return new TergeException(
                Problem.of(
                                FailureReason.codeOfWriting(failure),
                                "Cannot write the %s to %s: %s"
                                        .formatted(kind.noun(), file, FailureReason.of(failure)))
                        .note(state),
                failure);
    }
}
