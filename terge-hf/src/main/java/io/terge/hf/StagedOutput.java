package io.terge.hf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An output that is built beside its target and put there at once, as a whole. Until then the
 * target is as it was; a run that is killed leaves a hidden sibling, which the next run removes.
 */
final class StagedOutput implements AutoCloseable {

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

    /** Makes the hidden sibling, and the directories above it that are missing. */
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

    /** Where the file or directory is to be made. */
    Path content() {
        return staging.content();
    }

    /**
     * Puts the content at the target. Its files have been made durable before.
     *
     * @throws IOException if that fails; the target is then as it was
     */
    void commit() throws IOException {
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
        if (target.kind() == OutputTarget.Kind.DIRECTORY && Files.isDirectory(old)) {
            Optional<Path> weights = weights(old).findFirst();
            for (Path file : weights(content()).toList()) {
                Path before = old.resolve(file.getFileName());
                Permissions.replace(Files.exists(before) ? before : weights.orElse(before), file);
            }
        }
        Permissions.replace(old, content());
    }

    private static Stream<Path> weights(Path directory) throws IOException {
        return FileTree.entries(directory).stream()
                .filter(file -> WeightNames.belong(String.valueOf(file.getFileName())));
    }

    private void put() throws IOException {
        Path path = target.path();
        if (target.kind() == OutputTarget.Kind.FILE || !target.isTaken()) {
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
