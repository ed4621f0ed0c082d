package io.terge.files.staging;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/**
 * What is in a staging directory, wherever its run has been killed: the only content of its target
 * ({@code replaced}, and nothing at the target), an old one to keep ({@code backup} names the new
 * one), or something to delete.
 *
 * @param staging the directory
 * @param target what it stages
 */
record StagedState(Path staging, Path target) {

    private static final String BACKUP = "backup";

    /** Writes down which content is the new one, and that the other is to be kept. */
    static void announceBackup(Path staging) throws IOException {
        Path note = staging.resolve(BACKUP);
        Files.writeString(note, identity(StagingDirectory.contentIn(staging)));
        try (FileChannel channel = FileChannel.open(note, StandardOpenOption.READ)) {
            channel.force(true);
        }
        FileTree.forceEntries(staging);
    }

    /** Whether the only content of the target is here. */
    boolean isInterrupted() {
        return exists(StagingDirectory.replacedIn(staging)) && !exists(target);
    }

    /**
     * Puts the old content back if there is none at the target, or where it is to be kept.
     *
     * @return where it is kept; empty if it is not, or is at the target
     */
    Optional<Path> settle() throws IOException {
        if (isInterrupted()) {
            Files.move(
                    StagingDirectory.replacedIn(staging), target, StandardCopyOption.ATOMIC_MOVE);
            FileTree.forceEntries(target.resolveSibling(""));
        }
        Path note = staging.resolve(BACKUP);
        if (!exists(note)) {
            return Optional.empty();
        }
        Optional<Path> backup = Optional.empty();
        Optional<Path> old = old(Files.readString(note));
        if (old.isPresent()) {
            backup = Optional.of(BackupName.next(target));
            Files.move(old.get(), backup.get(), StandardCopyOption.ATOMIC_MOVE);
        }
        Files.delete(note);
        return backup;
    }

    private Optional<Path> old(String isNew) throws IOException {
        for (Path one :
                List.of(
                        StagingDirectory.replacedIn(staging),
                        StagingDirectory.contentIn(staging))) {
            if (exists(one) && !identity(one).equals(isNew)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    /** What tells one directory from another, wherever it is moved. */
    private static String identity(Path path) throws IOException {
        boolean isKnown = path.getFileSystem().supportedFileAttributeViews().contains("unix");
        return isKnown
                ? Files.getAttribute(path, "unix:ino", LinkOption.NOFOLLOW_LINKS).toString()
                : String.valueOf(path.getFileName());
    }

    private static boolean exists(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }
}
