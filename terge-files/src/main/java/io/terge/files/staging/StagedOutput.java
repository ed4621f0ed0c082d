package io.terge.files.staging;

import io.terge.error.TergeException;
import io.terge.files.Directory;
import io.terge.files.DirectoryFormat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An output that is built beside its target and put there at once, as a whole. Until then the
 * target is as it was; a run that is killed leaves a hidden sibling, which the next run removes.
 * Other runs may build theirs for the same target meanwhile.
 *
 * <p>What is replaced hands on its permissions and its {@link Directory#HISTORY}. For one thread;
 * the files of the content may be written by many.
 *
 * @since 0.1
 */
public final class StagedOutput implements AutoCloseable {

    private final OutputTarget target;
    private final boolean overwrite;
    private final PathExchange exchange;
    private final StagingDirectory staging;

    private StagedOutput(
            OutputTarget target,
            boolean overwrite,
            PathExchange exchange,
            StagingDirectory staging) {
        this.target = target;
        this.overwrite = overwrite;
        this.exchange = exchange;
        this.staging = staging;
    }

    /**
     * Makes the hidden sibling, and the directories above it that are missing.
     *
     * @param target where the output is to go
     * @param overwrite whether what is there may be replaced
     * @throws TergeException if the target must not be written
     * @throws IOException if it cannot be written
     */
    public static StagedOutput begin(OutputTarget target, boolean overwrite) throws IOException {
        return begin(target, overwrite, new NativeExchange());
    }

    static StagedOutput begin(OutputTarget target, boolean overwrite, PathExchange exchange)
            throws IOException {
        if (Files.isDirectory(target.parent())) {
            StagingDirectory.sweep(target.path());
        }
        target.check(overwrite);
        Files.createDirectories(target.parent());
        StagingDirectory staging = StagingDirectory.create(target.path());
        return new StagedOutput(target, overwrite, exchange, staging);
    }

    /** Where the file or directory is to be made: nothing is there yet, its parent is. */
    public Path content() {
        return staging.content();
    }

    /**
     * Puts the content at the target. Its files have been made durable before; its directories are
     * made so here. Called once.
     *
     * @throws TergeException if the target has come to hold something that must not be overwritten
     * @throws IOException if that fails; the target is then as it was
     */
    public void commit() throws IOException {
        FileTree.force(content());
        FileTree.forceEntries(content().resolveSibling(""));
        target.checkTaken(overwrite);
        keepPermissions();
        put();
        try {
            FileTree.forceEntries(target.parent());
        } catch (IOException notDurableYet) {
            return; // The model is in place and complete; the system writes it down on its own.
        }
    }

    /** A model that was not for everybody's eyes is not after a merge, either. */
    private void keepPermissions() throws IOException {
        Path old = target.path();
        if (target.format().isPresent() && Files.isDirectory(old)) {
            keepPermissions(target.format().get(), old);
        }
        Permissions.replace(old, content());
    }

    private void keepPermissions(DirectoryFormat format, Path old) throws IOException {
        Optional<Path> weights = weights(format, old).findFirst();
        for (Path file : weights(format, content()).toList()) {
            Path before = old.resolve(file.getFileName());
            Permissions.replace(Files.exists(before) ? before : weights.orElse(before), file);
        }
    }

    private static Stream<Path> weights(DirectoryFormat format, Path directory) throws IOException {
        return new Directory(directory)
                .entries().stream()
                        .filter(file -> format.isWeights(String.valueOf(file.getFileName())));
    }

    private void put() throws IOException {
        Path path = target.path();
        if (target.format().isEmpty() || !target.isTaken()) {
            Files.move(content(), path, StandardCopyOption.ATOMIC_MOVE);
        } else if (!exchange.exchange(content(), path)) {
            // Two steps: whoever is killed between them has the old content put back by the next
            // run.
            Files.move(path, staging.replaced(), StandardCopyOption.ATOMIC_MOVE);
            try {
                Files.move(content(), path, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                staging.recover();
            }
        }
    }

    /** Removes the hidden sibling, and with it what was not committed or has been replaced. */
    @Override
    public void close() throws IOException {
        staging.delete();
    }
}
