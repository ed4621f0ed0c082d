package io.terge.files;

import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** A file that is about to be read. */
final class RegularFile {

    private RegularFile() {}

    /**
     * Checks that there is a file, or a link to one.
     *
     * @return what the system says of it
     * @throws FileSystemException if it is something else: opening a pipe would wait for somebody
     *     to write to it
     */
    static BasicFileAttributes check(Path path) throws IOException {
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            if (!attributes.isRegularFile()) {
                throw new FileSystemException(path.toString(), null, "Not a regular file");
            }
            return attributes;
        } catch (NoSuchFileException gone) {
            String wrong =
                    Files.isSymbolicLink(path)
                            ? Quoted.of(path) + " is a broken symbolic link"
                            : Quoted.of(path) + " does not exist";
            throw new TergeException(
                    Problem.of(TergeCode.MODEL_NOT_FOUND, wrong).fix("check the path"), gone);
        }
    }
}
