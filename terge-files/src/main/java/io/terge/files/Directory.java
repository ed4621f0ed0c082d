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
 * What is directly in a directory. Every question is asked of the file system anew.
 *
 * @param path where it is
 * @since 0.1
 */
public record Directory(Path path) {

    /**
     * What Git keeps in a directory: no part of a model, so it is no companion, and it stays where
     * a model takes the place of another.
     */
    public static final String HISTORY = ".git";

    /**
     * Whether an entry of this name is no part of the model that a directory holds: {@link
     * #HISTORY}, and what a run that was killed has left.
     */
    public static boolean isForeign(String name) {
        return name.equals(HISTORY) || StagingName.isOne(name);
    }

    /**
     * Lists all entries, hidden ones too, sorted by name.
     *
     * @throws IOException if it is no directory or cannot be read
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
     * @throws IOException if it is no directory or cannot be read
     */
    public List<String> names() throws IOException {
        return entries().stream().map(entry -> String.valueOf(entry.getFileName())).toList();
    }

    /**
     * Whether a name is taken, be it by a link to nothing: who opens that is told what is wrong.
     *
     * @throws IOException if the directory is closed to this process
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
