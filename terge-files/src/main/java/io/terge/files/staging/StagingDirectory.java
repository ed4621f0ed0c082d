package io.terge.files.staging;

import io.terge.files.Directory;
import io.terge.files.StagingName;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
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

    /** Whether the file system has locks, so that other runs see that this one goes on. */
    boolean isLocked() {
        return locked;
    }

    /** Removes what killed runs left beside the target; what they had set aside goes back. */
    static void sweep(Path target, FileLocking locking) throws IOException {
        Path siblings = target.resolveSibling("");
        for (String name : new Directory(siblings).names()) {
            // Never open a lock of this very process: closing it again would free it.
            if (StagingName.isOfAnotherProcess(name, target)) {
                clear(siblings.resolve(name), target, locking);
            }
        }
    }

    /** Where the content is built. */
    Path content() {
        return contentIn(path);
    }

    /** Where the old content waits while the new one is put in its place. */
    Path replaced() {
        return replacedIn(path);
    }

    /** Puts the old content back if there is none at the target. */
    void recover() throws IOException {
        recover(path, target);
    }

    /** Removes it with all that is in it. */
    void delete() throws IOException {
        try (lock) {
            recover();
            keepHistory(path, target);
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

    private static void clear(Path leftover, Path target, FileLocking locking) throws IOException {
        try (FileChannel channel =
                FileChannel.open(
                        lockIn(leftover), StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
            // Without locks nobody can tell whether its maker still uses it.
            if (locking.attempt(channel) == FileLocking.Result.LOCKED) {
                recover(leftover, target);
                keepHistory(leftover, target);
                FileTree.delete(leftover);
            }
        } catch (NoSuchFileException withoutLock) {
            deleteIfEmpty(leftover);
        } catch (AccessDeniedException notOurs) {
            return; // Another user's: we can neither judge nor remove it.
        }
    }

    private static void deleteIfEmpty(Path leftover) throws IOException {
        try {
            Files.deleteIfExists(leftover);
        } catch (DirectoryNotEmptyException inUse) {
            return; // Its maker has locked it in this moment.
        }
    }

    private static void recover(Path staging, Path target) throws IOException {
        Path replaced = replacedIn(staging);
        if (Files.exists(replaced, LinkOption.NOFOLLOW_LINKS)
                && !Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            Files.move(replaced, target, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /**
     * Moves the history of a model that was replaced to the one in its place: no file of a model,
     * so it was not copied, but nothing to lose either.
     */
    private static void keepHistory(Path staging, Path target) throws IOException {
        Path kept = target.resolve(Directory.HISTORY);
        for (Path old : List.of(contentIn(staging), replacedIn(staging))) {
            boolean wanted = isDirectory(target) && !Files.exists(kept, LinkOption.NOFOLLOW_LINKS);
            if (wanted && isDirectory(old) && isDirectory(old.resolve(Directory.HISTORY))) {
                Files.move(old.resolve(Directory.HISTORY), kept, StandardCopyOption.ATOMIC_MOVE);
            }
        }
    }

    private static boolean isDirectory(Path path) {
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    }

    private static Path lockIn(Path staging) {
        return staging.resolve("lock");
    }

    private static Path contentIn(Path staging) {
        return staging.resolve("content");
    }

    private static Path replacedIn(Path staging) {
        return staging.resolve("replaced");
    }
}
