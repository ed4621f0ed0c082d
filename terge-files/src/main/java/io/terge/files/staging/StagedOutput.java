package io.terge.files.staging;

import io.terge.error.FailureReason;
import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.files.Directory;
import io.terge.files.DirectoryFormat;
import io.terge.files.Quoted;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An output that is built next to its target and replaces it atomically. Until the commit the
 * target is unchanged. A run that is killed leaves a hidden sibling of the target, which the next
 * run removes. Other processes may build outputs for the same target at the same time.
 *
 * <p>The permissions and the {@link Directory#HISTORY} of the replaced target are kept. For one
 * thread; files of the content may be written by several.
 *
 * @since 0.1
 */
public final class StagedOutput implements AutoCloseable {

    private final OutputTarget target;
    private final boolean overwrite;
    private final PathExchange exchange;
    private final StagingDirectory staging;
    private final NewParents parents;
    private final List<Problem> warnings = new ArrayList<>();
    private boolean committed;

    private StagedOutput(
            OutputTarget target,
            boolean overwrite,
            PathExchange exchange,
            StagingDirectory staging,
            NewParents parents) {
        this.target = target;
        this.overwrite = overwrite;
        this.exchange = exchange;
        this.staging = staging;
        this.parents = parents;
        if (!staging.isLocked()) {
            warnings.add(noLocks());
        }
    }

    /**
     * Creates the hidden sibling, and missing parent directories.
     *
     * @param target the target of the output
     * @param overwrite whether an existing model may be replaced
     * @throws TergeException if the target must not be written
     * @throws IOException if it cannot be written
     */
    public static StagedOutput begin(OutputTarget target, boolean overwrite) throws IOException {
        return begin(target, overwrite, new NativeExchange());
    }

    static StagedOutput begin(OutputTarget target, boolean overwrite, PathExchange exchange)
            throws IOException {
        return begin(target, overwrite, exchange, FileLocking.ofSystem());
    }

    static StagedOutput begin(
            OutputTarget target, boolean overwrite, PathExchange exchange, FileLocking locking)
            throws IOException {
        if (Files.isDirectory(target.parent())) {
            StagingDirectory.sweep(target.path(), locking);
        }
        target.check(overwrite);
        NewParents parents = NewParents.create(target.parent());
        try {
            StagingDirectory staging = StagingDirectory.create(target.path(), locking);
            return new StagedOutput(target, overwrite, exchange, staging, parents);
        } catch (IOException | RuntimeException | Error failure) {
            parents.remove();
            throw failure;
        }
    }

    /**
     * The path at which to create the file or directory. Its parent exists; it does not exist yet.
     */
    public Path content() {
        return staging.content();
    }

    /**
     * Moves the content to the target. The caller must have made its files durable; this method
     * does so for directories. Call it at most once.
     *
     * @throws TergeException if the target has changed and must not be overwritten
     * @throws IOException if it fails; the target is then unchanged
     */
    public void commit() throws IOException {
        FileTree.force(content());
        FileTree.forceEntries(content().resolveSibling(""));
        target.checkTaken(overwrite);
        keepPermissions();
        put();
        committed = true;
        try {
            FileTree.forceEntries(target.parent());
        } catch (IOException notDurableYet) {
            return; // The model is in place and complete; the system writes it down on its own.
        }
    }

    /** Keeps a private model private after a merge. */
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

    /**
     * What the user should know: the file system has no locks, or after {@link #close()}, what is
     * left of the replaced target.
     */
    public List<Problem> warnings() {
        return List.copyOf(warnings);
    }

    /**
     * Removes the hidden sibling, with uncommitted content or the replaced target in it. If nothing
     * was committed, also removes the parent directories that were created.
     *
     * @throws IOException if uncommitted content cannot be removed
     */
    @Override
    public void close() throws IOException {
        close(staging::delete);
    }

    void close(Removal removal) throws IOException {
        try {
            removal.run();
        } catch (IOException failure) {
            if (!committed) {
                throw failure;
            }
            warnings.add(notRemoved(failure)); // The model is in place: that is what counts.
        }
        if (!committed) {
            parents.remove();
        }
    }

    /** Removes the hidden sibling. Tests put one that fails in its place. */
    @FunctionalInterface
    interface Removal {
        void run() throws IOException;
    }

    private Problem noLocks() {
        return Problem.of(
                        TergeCode.NO_LOCKS,
                        "The file system of %s does not support file locks"
                                .formatted(Quoted.of(target.path())))
                .note("do not write to the same target from two processes at once");
    }

    private Problem notRemoved(IOException failure) {
        return Problem.of(
                        TergeCode.NOT_REMOVED,
                        "%s is written, but the temporary directory %s beside it cannot be removed: %s"
                                .formatted(
                                        Quoted.of(target.path()),
                                        Quoted.of(content().resolveSibling("")),
                                        FailureReason.withFile(failure)))
                .fix("remove it");
    }
}
