package io.terge.files.staging;

import io.terge.files.StagingName;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * A hidden directory beside a target, in which its content is built. Its name says which process
 * made it; a lock is held as long as that process lives and uses it. So a later run can tell the
 * leftovers of a killed one from the work of another that is still going on.
 */
final class StagingDirectory {

    private final Path path;
    private final Path target;
    private final FileChannel lock;
    private final boolean locked;

    private StagingDirectory(Path path, Path target, FileChannel lock, boolean locked) {
        this.path = path;
        this.target = target;
        this.lock = lock;
        this.locked = locked;
    }

    /** Makes one beside the target. */
    static StagingDirectory create(Path target, FileLocking locking) throws IOException {
        while (true) {
            Path path = target.resolveSibling(StagingName.next(target));
            Permissions.createPrivate(path);
            try {
                Optional<StagingDirectory> created = lock(path, target, locking);
                if (created.isPresent()) {
                    return created.get();
                }
            } catch (IOException | RuntimeException | Error failure) {
                deleteAfter(failure, path);
                throw failure;
            }
        }
    }

    /** The directory itself. */
    Path path() {
        return path;
    }

    /** Whether the file system has locks, so that other runs see that this one goes on. */
    boolean isLocked() {
        return locked;
    }

    /** Where the content is built. */
    Path content() {
        return contentIn(path);
    }

    /** Where the old content waits while the new one is put in its place. */
    Path replaced() {
        return replacedIn(path);
    }

    /**
     * Says durably that the old content is not to be deleted, before it changes places with the new
     * one.
     */
    void announceBackup() throws IOException {
        StagedState.announceBackup(path);
    }

    /**
     * Puts the old content back if there is none at the target, or where it is to be kept.
     *
     * @return where it is kept; empty if it is not, or is at the target
     */
    Optional<Path> settle() throws IOException {
        return new StagedState(path, target).settle();
    }

    /** Removes it with all that is in it. */
    void delete() throws IOException {
        try (lock) {
            settle();
            FileTree.delete(content());
            FileTree.delete(replaced());
        }
        FileTree.delete(path);
    }

    private static void deleteAfter(Throwable failure, Path path) {
        try {
            FileTree.delete(path);
        } catch (IOException second) {
            failure.addSuppressed(second);
        }
    }

    private static Optional<StagingDirectory> lock(Path path, Path target, FileLocking locking)
            throws IOException {
        Path file = lockIn(path);
        FileChannel channel;
        try {
            channel =
                    FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (NoSuchFileException swept) {
            return Optional.empty(); // Another run took the new directory for a leftover.
        }
        try {
            // Another run may have done so just now: then the lock is its, or its file is gone.
            FileLocking.Result result = locking.attempt(channel);
            if (result != FileLocking.Result.TAKEN && Files.exists(file)) {
                boolean locked = result == FileLocking.Result.LOCKED;
                return Optional.of(new StagingDirectory(path, target, channel, locked));
            }
        } catch (IOException | RuntimeException | Error failure) {
            channel.close();
            throw failure;
        }
        channel.close();
        return Optional.empty();
    }

    static Path lockIn(Path staging) {
        return staging.resolve("lock");
    }

    static Path contentIn(Path staging) {
        return staging.resolve("content");
    }

    static Path replacedIn(Path staging) {
        return staging.resolve("replaced");
    }
}
