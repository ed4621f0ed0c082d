package io.terge.files.staging;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Who may do what with a file, where the system knows of owner, group and others; elsewhere nothing
 * is changed. Links are followed: their own permissions mean nothing.
 */
final class Permissions {

    private static final String MODE = "unix:mode";
    private static final int MODE_BITS = 07777;

    private static final Map<PosixFilePermission, PosixFilePermission> OTHERS_BY_GROUP =
            Map.of(
                    PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ,
                    PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE,
                    PosixFilePermission.GROUP_EXECUTE, PosixFilePermission.OTHERS_EXECUTE);

    private Permissions() {}

    /** Makes a directory that nobody but its owner can look into. */
    static void createPrivate(Path directory) throws IOException {
        if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectory(
                    directory,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectory(directory);
        }
    }

    /**
     * Gives what takes a place the group, permissions and special bits of what was there, and the
     * owner, if this process may. A group that it may not give leaves the new one no rights that
     * others did not have.
     */
    static void replace(Path old, Path successor) throws IOException {
        PosixFileAttributeView from = view(old);
        PosixFileAttributeView to = view(successor);
        if (from == null || to == null || !Files.exists(old)) {
            return;
        }
        PosixFileAttributes kept = from.readAttributes();
        PosixFileAttributes given = to.readAttributes();
        if (!given.owner().equals(kept.owner())) {
            isDone(() -> to.setOwner(kept.owner()));
        }
        boolean sameGroup =
                given.group().equals(kept.group()) || isDone(() -> to.setGroup(kept.group()));
        if (sameGroup && old.getFileSystem().supportedFileAttributeViews().contains("unix")) {
            int mode = (int) Files.getAttribute(old, MODE) & MODE_BITS;
            Files.setAttribute(successor, MODE, mode);
        } else {
            to.setPermissions(sameGroup ? kept.permissions() : narrowed(kept.permissions()));
        }
    }

    /** Makes what is in a directory deletable for its owner. */
    static void unlock(Path directory) throws IOException {
        PosixFileAttributeView view = view(directory);
        if (view != null) {
            Set<PosixFilePermission> permissions = view.readAttributes().permissions();
            permissions.addAll(PosixFilePermissions.fromString("rwx------"));
            view.setPermissions(permissions);
        }
    }

    private static Set<PosixFilePermission> narrowed(Set<PosixFilePermission> permissions) {
        Set<PosixFilePermission> narrowed = EnumSet.noneOf(PosixFilePermission.class);
        narrowed.addAll(permissions);
        OTHERS_BY_GROUP.forEach(
                (group, others) -> {
                    if (!permissions.contains(others)) {
                        narrowed.remove(group);
                    }
                });
        return narrowed;
    }

    private static boolean isDone(Change change) throws IOException {
        try {
            change.make();
            return true;
        } catch (FileSystemException notAllowed) {
            return false;
        }
    }

    private static @Nullable PosixFileAttributeView view(Path path) {
        return Files.getFileAttributeView(path, PosixFileAttributeView.class);
    }

    /** A change that only some may make. */
    @FunctionalInterface
    private interface Change {
        void make() throws IOException;
    }
}
