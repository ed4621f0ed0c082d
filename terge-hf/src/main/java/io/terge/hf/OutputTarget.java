package io.terge.hf;

import io.terge.error.ErrorCode;
import io.terge.error.Problem;
import io.terge.error.TergeException;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/**
 * Where a model is to go.
 *
 * @param path the absolute path
 * @param kind what is put there
 */
record OutputTarget(Path path, Kind kind) {

    /** What a model is made of. */
    enum Kind {
        /** One file. */
        FILE,
        /** A directory. */
        DIRECTORY
    }

    /** Returns the target of a model in one file. */
    static OutputTarget file(Path path) {
        return new OutputTarget(located(path), Kind.FILE);
    }

    /** Returns the target of a model in a directory. */
    static OutputTarget directory(Path path) {
        return new OutputTarget(located(path), Kind.DIRECTORY);
    }

    /** The directory that the target is in. */
    Path parent() {
        Path parent = path.getParent();
        return parent == null ? path : parent;
    }

    /** Whether there is anything, be it a link to nothing. */
    boolean isTaken() {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * Checks that a model may and can be put here. Writes nothing.
     *
     * @param overwrite whether a model that is here may be replaced
     */
    void check(boolean overwrite) throws IOException {
        checkTaken(overwrite);
        Path existing = parent();
        while (!Files.exists(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        if (!Files.isDirectory(existing)) {
            throw new NotDirectoryException(existing.toString());
        }
        if (!Files.isWritable(existing)) {
            throw new AccessDeniedException(existing.toString());
        }
    }

    /**
     * Checks that what is here, if anything, may be replaced.
     *
     * @param overwrite whether a model that is here may be replaced
     */
    void checkTaken(boolean overwrite) throws IOException {
        if (!isTaken()) {
            return;
        }
        if (!overwrite) {
            throw new TergeException(
                    Problem.of(ErrorCode.OUTPUT_EXISTS, Quoted.of(path) + " is there already")
                            .fix("choose another output, or allow overwriting"));
        }
        boolean isDirectory = Files.isDirectory(path);
        switch (kind) {
            case FILE -> {
                if (isDirectory) {
                    throw notAModel(" is a directory; a file would take its place");
                }
            }
            case DIRECTORY -> {
                if (!isDirectory && Files.exists(path)) {
                    throw notAModel(" is a file; a directory would take its place");
                }
                if (isDirectory
                        && !FileTree.entries(path).isEmpty()
                        && !new ModelDirectory(path).hasWeights()) {
                    throw notAModel(
                            " is a directory with other things in it than a model:"
                                    + " it is not overwritten");
                }
            }
        }
    }

    private TergeException notAModel(String wrong) {
        return new TergeException(
                Problem.of(ErrorCode.OUTPUT_NOT_A_MODEL, Quoted.of(path) + wrong)
                        .fix("choose another output, or move it away"));
    }

    private static Path located(Path path) {
        Path absolute = path.toAbsolutePath();
        // "." and ".." have siblings only under their real names.
        return absolute.endsWith(".") || absolute.endsWith("..") ? absolute.normalize() : absolute;
    }
}
