package io.terge.files.output;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** What the system knows of a file's permissions, kept by its copy. */
final class KeptPermissions {

    private static final Map<PosixFilePermission, PosixFilePermission> RUNS_WHAT_READS =
            Map.of(
                    PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_EXECUTE,
                    PosixFilePermission.GROUP_READ, PosixFilePermission.GROUP_EXECUTE,
                    PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_EXECUTE);

    private KeptPermissions() {}

    /**
     * Gives the copy the permissions of its original as far as new files get them from this
     * process, and its owner leave to read and write.
     */
    static void copy(Path original, Path copy) throws IOException {
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
