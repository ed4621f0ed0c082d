package io.terge.files;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names of files within a model, which come out of files and from other formats: nobody vouches for
 * them.
 *
 * @since 0.1
 */
public final class FileNames {

    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*");

    private FileNames() {}

    /**
     * Returns the file of this name in the directory, or empty where the name is not one of a file
     * below it: absolute, leaving it by {@code ..}, or with a backslash or a drive. Judged by the
     * name alone, for every operating system alike; symbolic links are not looked at, since caches
     * of model hubs are made of them.
     *
     * @param directory the model's directory
     * @param name the name, with {@code /} between its parts
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
