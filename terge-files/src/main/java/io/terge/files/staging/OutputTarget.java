package io.terge.files.staging;

import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.files.Directory;
import io.terge.files.DirectoryFormat;
import io.terge.files.Quoted;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/**
 * The target of a model: a file or a directory. Immutable; every check reads the file system anew.
 *
 * @since 0.1
 */
public final class OutputTarget {

    private final Path path;
    private final Optional<DirectoryFormat> format;

    private OutputTarget(Path path, Optional<DirectoryFormat> format) {
        this.path = path;
        this.format = format;
    }

    /** Returns the target of a single-file model. */
    public static OutputTarget file(Path path) {
        return new OutputTarget(located(path), Optional.empty());
    }

    /**
     * Returns the target of a model in a directory.
     *
     * @param path the path of the directory, or of a symbolic link to it, which stays
     * @param format decides which files are weights, and which directories may be replaced
     */
    public static OutputTarget directory(Path path, DirectoryFormat format) {
        return new OutputTarget(FollowedLink.directory(located(path)), Optional.of(format));
    }

    /**
     * The absolute path. A symbolic link to a directory has been followed if the target is a
     * directory; any other link is replaced itself.
     */
    public Path path() {
        return path;
    }

    /** The format of a directory; empty for a file. */
    public Optional<DirectoryFormat> format() {
        return format;
    }

    /** The directory that the target is in. */
    Path parent() {
        Path parent = path.getParent();
        return parent == null ? path : parent;
    }

    /** Whether the target exists, which may be a broken link. */
    boolean isTaken() {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * Checks that a model may be written here, and that the parent directory is writable. Writes
     * nothing, but puts back what a killed run has set aside.
     *
     * @param overwrite whether an existing model may be replaced
     * @throws TergeException with {@link TergeCode#OUTPUT_EXISTS} if the target exists and may not
     *     be replaced; with {@link TergeCode#OUTPUT_NOT_A_MODEL} if it can never be replaced: a
     *     file where a directory is expected or vice versa, or a directory that does not contain a
     *     model; with {@link TergeCode#OUTPUT_NOT_SUPPORTED} if a directory contains what could
     *     neither be kept nor deleted
     * @throws IOException if the parent directory cannot be created or written to
     */
    public void check(boolean overwrite) throws IOException {
        if (format.isPresent()) {
            InterruptedReplacement.repair(path);
        }
        checkTaken(overwrite);
        if (format.isPresent() && Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            new OldDirectory(path, MountPoints.ofProcess()).check();
        }
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
        checkName();
    }

    /** Fails for a name that the file system does not accept, such as one that is too long. */
    private void checkName() throws IOException {
        try {
            Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException absent) {
            return;
        }
    }

    /**
     * Checks that the target does not exist or may be replaced.
     *
     * @param overwrite whether an existing model may be replaced
     */
    void checkTaken(boolean overwrite) throws IOException {
        if (!isTaken()) {
            return;
        }
        if (isSpecial()) {
            throw notAModel(" is a device, pipe or socket; it will not be overwritten");
        }
        if (!overwrite) {
            throw new TergeException(
                    Problem.of(TergeCode.OUTPUT_EXISTS, Quoted.of(path) + " already exists")
                            .fix(
                                    "choose another output, or allow overwriting (--overwrite, in"
                                            + " Java .overwrite())"));
        }
        boolean isDirectory = Files.isDirectory(path);
        if (format.isPresent()) {
            checkDirectory(format.get(), isDirectory);
        } else if (isDirectory) {
            throw notAModel(" is a directory, not a file; it will not be overwritten");
        }
    }

    private void checkDirectory(DirectoryFormat known, boolean isDirectory) throws IOException {
        if (!isDirectory && Files.exists(path)) {
            throw notAModel(" is a file, not a directory; it will not be overwritten");
        }
        if (isDirectory && !new Directory(path).entries().isEmpty() && !known.isModel(path)) {
            throw notAModel(
                    " is a directory that does not contain a model; it will not be overwritten");
        }
    }

    /** Whether there is something that is neither a file nor a directory, nor a broken link. */
    private boolean isSpecial() throws IOException {
        return Files.exists(path)
                && Files.readAttributes(path, BasicFileAttributes.class).isOther();
    }

    private TergeException notAModel(String wrong) {
        return new TergeException(
                Problem.of(TergeCode.OUTPUT_NOT_A_MODEL, Quoted.of(path) + wrong)
                        .fix("choose another output, or move it away"));
    }

    private static Path located(Path path) {
        Path absolute = path.toAbsolutePath();
        // "." and ".." have siblings only under their real names.
        return absolute.endsWith(".") || absolute.endsWith("..") ? absolute.normalize() : absolute;
    }
}
