package io.terge.files.output;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * A file that is copied into an output. Not {@code Files.copy}: the copy is to be writable, and
 * durable before the commit.
 *
 * @param original what is copied
 * @param copy where to
 */
record FileCopy(Path original, Path copy) {

    private static final Map<PosixFilePermission, PosixFilePermission> RUNS_WHAT_READS =
            Map.of(
                    PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_EXECUTE,
                    PosixFilePermission.GROUP_READ, PosixFilePermission.GROUP_EXECUTE,
                    PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_EXECUTE);

    /** Makes the copy, with what the system knows of the permissions of its original. */
    void make(FileOpener opener) throws IOException {
        try (FileChannel from = FileChannel.open(original, StandardOpenOption.READ);
                FileChannel to = opener.create(copy)) {
            long size = from.size();
            for (long done = 0; done < size; ) {
                long count = from.transferTo(done, size - done, to);
                if (count <= 0) {
                    throw new IOException(
                            "%s became shorter while it was copied".formatted(original));
                }
                done += count;
            }
            copyPermissions();
            to.force(true);
        }
    }

    /**
     * Gives the copy the permissions of its original as far as new files get them from this
     * process, and its owner leave to read and write.
     */
    private void copyPermissions() throws IOException {
        PosixFileAttributeView from = view(original);
        PosixFileAttributeView to = view(copy);
        if (from == null || to == null) {
            return;
        }
        Set<PosixFilePermission> made = to.readAttributes().permissions();
        Set<PosixFilePermission> allowed = EnumSet.copyOf(made);
        RUNS_WHAT_READS.forEach(
                (read, run) -> {
                    if (made.contains(read)) {
                        allowed.add(run);
                    }
                });
        allowed.retainAll(from.readAttributes().permissions());
        allowed.add(PosixFilePermission.OWNER_READ);
        allowed.add(PosixFilePermission.OWNER_WRITE);
        to.setPermissions(allowed);
    }

    // Links are followed: their own permissions mean nothing.
    private static @Nullable PosixFileAttributeView view(Path path) {
        return Files.getFileAttributeView(path, PosixFileAttributeView.class);
    }
}
