package io.terge.files.staging;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A second name for a file that is about to be replaced, which stays there until then.
 *
 * @param file the file, or a link
 * @param scratch a path nearby for a copy that is not complete yet
 */
record BackupCopy(Path file, Path scratch) {

    /** Makes it: the same file under another name, or a copy where that is impossible. */
    void make(Path backup) throws IOException {
        if (Files.isSymbolicLink(file) || !link(backup)) {
            Files.copy(
                    file, scratch, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
            if (!Files.isSymbolicLink(scratch)) {
                try (FileChannel channel = FileChannel.open(scratch, StandardOpenOption.READ)) {
                    channel.force(true);
                }
            }
            Files.move(scratch, backup, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private boolean link(Path backup) throws IOException {
        try {
            Files.createLink(backup, file);
            return true;
        } catch (UnsupportedOperationException | FileSystemException unsupported) {
            return false;
        }
    }
}
