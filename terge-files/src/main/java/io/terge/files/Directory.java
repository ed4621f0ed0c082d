package io.terge.files;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The entries of a directory. Every call reads the file system anew.
 *
 * @param path the path of the directory
 * @since 0.1
 */
public record Directory(Path path) {

    /**
     * The name of Git's directory. It is not part of a model, so it is not a companion, and it is
     * kept when a model replaces another.
     */
    public static final String HISTORY = ".git";

    /**
     * Whether an entry with this name is not part of a model: {@link #HISTORY}, or a temporary
     * directory left by a killed run.
     */
    public static boolean isForeign(String name) {
        return name.equals(HISTORY) || StagingName.isOne(name);
    }

    /**
     * Lists all entries, including hidden ones, sorted by name.
     *
     * @throws IOException if it is not a directory or cannot be read
     */
    public List<Path> entries() throws IOException {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(path)) {
            stream.forEach(entries::add);
        } catch (DirectoryIteratorException failure) {
            throw failure.getCause();
        }
        entries.sort(Comparator.naturalOrder());
        return entries;
    }

    /**
     * Lists the names of all entries, sorted.
     *
     * @throws IOException if it is not a directory or cannot be read
     */
    public List<String> names() throws IOException {
        return entries().stream().map(entry -> String.valueOf(entry.getFileName())).toList();
    }

    /**
     * Whether an entry with this name exists, which may be a broken link.
     *
     * @throws IOException if the directory is not accessible
     */
    public boolean has(String name) throws IOException {
        try {
            Files.readAttributes(
                    path.resolve(name), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return true;
        } catch (NoSuchFileException gone) {
            return false;
        }
    }
}
