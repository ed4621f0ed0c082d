package io.terge.files.staging;

import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.files.Quoted;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * A file or link of an old directory that also belongs into the new one.
 *
 * @param old where it is
 * @param attributes what it is
 * @param successor where it is wanted as well
 */
record KeptEntry(Path old, BasicFileAttributes attributes, Path successor) {

    /**
     * Puts it there: as the same file, which takes neither time nor room and keeps all that the
     * system knows of it, or as a copy where that is impossible.
     *
     * @param apart whether it has to be a copy
     */
    void keep(boolean apart) throws IOException {
        // A link to a symbolic link may become one to what that points to.
        if (attributes.isSymbolicLink() || apart && attributes.isRegularFile() || !link()) {
            copy();
        }
    }

    private boolean link() throws IOException {
        try {
            Files.createLink(successor, old);
            return true;
        } catch (UnsupportedOperationException | FileSystemException unsupported) {
            return false; // By the system, or for this user, or the file has too many.
        }
    }

    private void copy() throws IOException {
        if (attributes.isOther()) {
            throw new TergeException(
                    Problem.of(
                                    TergeCode.OUTPUT_NOT_SUPPORTED,
                                    Quoted.of(old)
                                            + " is a pipe, socket or device, which cannot be kept"
                                            + " on this file system")
                            .fix("move it elsewhere"));
        }
        Files.copy(old, successor, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
        if (attributes.isRegularFile()) {
            Permissions.replace(old, successor);
            try (FileChannel channel = FileChannel.open(successor, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
