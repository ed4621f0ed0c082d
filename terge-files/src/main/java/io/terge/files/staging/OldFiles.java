package io.terge.files.staging;

import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.files.FileIdentity;
import io.terge.files.Quoted;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;

/**
 * The files at a target when its replacement was begun. A merge in place that replaces others than
 * these would lose what somebody wrote meanwhile: another merge in place, for example.
 */
final class OldFiles {

    private final Map<Path, FileIdentity> byPath = new HashMap<>();

    private OldFiles() {}

    /** Nothing was there. */
    static OldFiles none() {
        return new OldFiles();
    }

    /** Looks at what is there: a file or a link, or all files in a directory. */
    static OldFiles of(Path target) throws IOException {
        OldFiles files = new OldFiles();
        Files.walkFileTree(
                target,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        files.byPath.put(file, FileIdentity.of(attributes));
                        return FileVisitResult.CONTINUE;
                    }
                });
        return files;
    }

    /**
     * Checks a file or link that is about to be replaced.
     *
     * @throws TergeException with {@link TergeCode#MODEL_CHANGED} if it is not as it was
     */
    void checkUnchanged(Path file) throws IOException {
        FileIdentity then = byPath.get(file);
        FileIdentity now;
        try {
            now = FileIdentity.of(file, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException gone) {
            return; // Nothing to lose.
        }
        if (then == null || !then.equals(now)) {
            throw new TergeException(
                    Problem.of(
                                    TergeCode.MODEL_CHANGED,
                                    "%s changed while its replacement was written: %s"
                                            .formatted(
                                                    Quoted.of(file),
                                                    then == null
                                                            ? "it was added later"
                                                            : then.difference(now)))
                            .fix("repeat the merge, and do not modify the model until it is done"));
        }
    }
}
