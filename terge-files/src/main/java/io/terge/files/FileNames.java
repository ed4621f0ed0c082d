package io.terge.files;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Resolves untrusted names of files within a model.
 *
 * @since 0.1
 */
public final class FileNames {

    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*");

    private FileNames() {}

    /**
     * Returns the file with a name in a directory; empty if the name does not denote a file below
     * the directory: if it is absolute, leaves it by {@code ..}, or contains a backslash or a
     * drive. Judges by the name only, in the same way on every operating system. Symbolic links are
     * not resolved, because caches of model hubs consist of them.
     *
     * @param directory the model's directory
     * @param name the name, separated by {@code /}
     */
    public static Optional<Path> within(Path directory, String name) {
        if (name.isBlank()
                || name.startsWith("/")
                || name.indexOf('\\') >= 0
                || DRIVE.matcher(name).matches()) {
            return Optional.empty();
        }
        try {
            Path relative = directory.getFileSystem().getPath(name).normalize();
            boolean leaves = relative.toString().isEmpty() || relative.startsWith("..");
            return leaves ? Optional.empty() : Optional.of(directory.resolve(relative));
        } catch (InvalidPathException notAPath) {
            return Optional.empty();
        }
    }
}
