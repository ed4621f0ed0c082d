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
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * The staging directory of a process that may still use it or have been killed.
 *
 * @param path where it is
 * @param target what it stages
 * @param locking tells whether its process still uses it
 */
record Leftover(Path path, Path target, FileLocking locking) {

    /** Returns all of a target by other processes. */
    static List<Leftover> of(Path target, FileLocking locking) throws IOException {
        return all(target, locking).stream().filter(Leftover::isOfAnotherProcess).toList();
    }

    /** Returns all of a target, also those of this process. */
    static List<Leftover> all(Path target, FileLocking locking) throws IOException {
        Path siblings = target.resolveSibling("");
        return new Directory(siblings)
                .names().stream()
                        .filter(name -> StagingName.isOf(name, target))
                        .map(name -> new Leftover(siblings.resolve(name), target, locking))
                        .toList();
    }

    /** Whether it may be locked here: closing a lock of this very process again would free it. */
    boolean isOfAnotherProcess() {
        return StagingName.isOfAnotherProcess(String.valueOf(path.getFileName()), target);
    }

    /** Removes what killed runs left beside the target; what they had set aside goes back. */
    static void sweep(Path target, FileLocking locking) throws IOException {
        for (Leftover leftover : of(target, locking)) {
            leftover.clear();
        }
    }

    /** What is in it. */
    StagedState state() {
        return new StagedState(path, target);
    }

    /**
     * Removes it, unless its process still uses it. What it had set aside goes back, or where it is
     * to be kept.
     */
    void clear() throws IOException {
        try (FileChannel channel = lock()) {
            // Without locks nobody can tell whether its process still uses it.
            if (locking.attempt(channel) == FileLocking.Result.LOCKED) {
                state().settle();
                FileTree.delete(path);
            }
        } catch (NoSuchFileException withoutLock) {
            deleteIfEmpty();
        } catch (AccessDeniedException notOurs) {
            return; // Another user's: we can neither judge nor remove it.
        }
    }

    /** Whether its process still uses it. */
    boolean isInUse() throws IOException {
        try (FileChannel channel = lock()) {
            return locking.attempt(channel) == FileLocking.Result.TAKEN;
        } catch (NoSuchFileException | AccessDeniedException unknown) {
            return false;
        }
    }

    private FileChannel lock() throws IOException {
        return FileChannel.open(
                StagingDirectory.lockIn(path), StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
    }

    private void deleteIfEmpty() throws IOException {
        try {
            Files.deleteIfExists(path);
        } catch (DirectoryNotEmptyException inUse) {
            return; // Its maker has locked it in this moment.
        }
    }
}
