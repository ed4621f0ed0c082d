package io.terge.files.staging;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Who may do what with a file, where the system knows of owner, group and others; elsewhere nothing
 * is changed. Links are followed: their own permissions mean nothing.
 */
final class Permissions {

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

    /** Gives what takes a place the permissions of what was there. */
    static void replace(Path old, Path successor) throws IOException {
        PosixFileAttributeView from = view(old);
        PosixFileAttributeView to = view(successor);
        if (from != null && to != null && Files.exists(old)) {
            to.setPermissions(from.readAttributes().permissions());
        }
    }

    private static @Nullable PosixFileAttributeView view(Path path) {
        return Files.getFileAttributeView(path, PosixFileAttributeView.class);
    }
}
