package io.terge.files.staging;

import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.files.Quoted;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/**
 * A directory that a new model is to replace. What is in it and not replaced moves to the new one,
 * and the rest is deleted, so all of it must be readable and deletable.
 *
 * @param path where it is
 * @param mounts what other file systems are in it
 */
record OldDirectory(Path path, MountPoints mounts) {

    /**
     * Checks that it can be replaced without losing anything.
     *
     * @throws TergeException with {@link TergeCode#OUTPUT_NOT_SUPPORTED}, which names what is in
     *     the way
     */
    void check() throws IOException {
        Optional<Path> mount = mounts.within(path);
        if (mount.isPresent()) {
            throw refused(mount.get(), "is a mount point", "unmount it, or choose another output");
        }
        Files.walkFileTree(path, new Access());
    }

    private TergeException refused(Path what, String wrong, String fix) {
        return new TergeException(
                Problem.of(
                                TergeCode.OUTPUT_NOT_SUPPORTED,
                                "The directory %s cannot be replaced: %s %s"
                                        .formatted(Quoted.of(path), Quoted.of(what), wrong))
                        .fix(fix));
    }

    private final class Access extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                throws IOException {
            // One below may be made writable to be deleted, but this one would also be moved.
            boolean mayBeUnlocked = !directory.equals(path) && isOwn(directory);
            if (!Files.isWritable(directory) && !mayBeUnlocked) {
                throw refused(
                        directory, "is not writable", "make it writable, or move it elsewhere");
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, @Nullable IOException failure) {
            throw refused(file, "is not readable", "make it readable, or move it elsewhere");
        }
    }

    private static boolean isOwn(Path directory) throws IOException {
        String user = System.getProperty("user.name", "");
        return directory.getFileSystem().supportedFileAttributeViews().contains("owner")
                && Files.getOwner(directory, LinkOption.NOFOLLOW_LINKS).getName().equals(user);
    }
}
