package io.terge.files.staging;

import io.terge.error.Problem;
import io.terge.error.TergeException;
import io.terge.files.DirectoryFormat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An output that is built next to its target and replaces it atomically. Until the commit the
 * target is unchanged. A run that is killed leaves a hidden sibling of the target, which the next
 * run removes. Other processes may build outputs for the same target at the same time, as long as
 * nothing is replaced.
 *
 * <p>Owner, group and permissions of what is replaced are kept, and so is everything in a directory
 * that a model does not consist of, such as {@link io.terge.files.Directory#HISTORY}; if the model
 * is replaced in place, everything that is neither weights nor written anew. For one thread; files
 * of the content may be written by several.
 *
 * @since 0.1
 */
public final class StagedOutput implements AutoCloseable {

    private final OutputTarget target;
    private final Replacement replacement;
    private final PathExchange exchange;
    private final StagingDirectory staging;
    private final Optional<OldFiles> old;
    private ReplacedContent replaced = ReplacedContent.none();
    private final NewParents parents;
    private final List<Problem> warnings = new ArrayList<>();
    private boolean committed;

    private StagedOutput(
            OutputTarget target,
            Replacement replacement,
            PathExchange exchange,
            StagingDirectory staging,
            Optional<OldFiles> old,
            NewParents parents) {
        this.target = target;
        this.replacement = replacement;
        this.exchange = exchange;
        this.staging = staging;
        this.old = old;
        this.parents = parents;
        if (!staging.isLocked()) {
            warnings.add(StagingProblems.noLocks(target.path()));
        }
    }

    /**
     * Creates the hidden sibling, and missing parent directories.
     *
     * @param target the target of the output
     * @param replacement what may happen to a model that is there
     * @throws TergeException if the target must not be written, or another process is replacing it
     * @throws IOException if it cannot be written
     */
    public static StagedOutput begin(OutputTarget target, Replacement replacement)
            throws IOException {
        return begin(target, replacement, new NativeExchange());
    }

    static StagedOutput begin(OutputTarget target, Replacement replacement, PathExchange exchange)
            throws IOException {
        return begin(target, replacement, exchange, FileLocking.ofSystem());
    }

    static StagedOutput begin(
            OutputTarget target,
            Replacement replacement,
            PathExchange exchange,
            FileLocking locking)
            throws IOException {
        if (Files.isDirectory(target.parent())) {
            Leftover.sweep(target.path(), locking);
        }
        target.check(replacement.allowed());
        NewParents parents = NewParents.create(target.parent());
        try {
            StagingDirectory staging = StagingDirectory.create(target.path(), locking);
            try {
                Optional<OldFiles> old = Optional.empty();
                if (target.isTaken()) {
                    // Only now: of two runs at once, one sees the other.
                    requireUnused(target.path(), locking);
                    old = Optional.of(OldFiles.of(target.path()));
                }
                return new StagedOutput(target, replacement, exchange, staging, old, parents);
            } catch (IOException | RuntimeException | Error failure) {
                staging.delete();
                throw failure;
            }
        } catch (IOException | RuntimeException | Error failure) {
            parents.remove();
            throw failure;
        }
    }

    private static void requireUnused(Path target, FileLocking locking) throws IOException {
        for (Leftover other : Leftover.of(target, locking)) {
            if (other.isInUse()) {
                throw new TergeException(StagingProblems.inUse(target, other.path()));
            }
        }
    }

    /**
     * The path at which to create the file or directory. Its parent exists; it does not exist yet.
     */
    public Path content() {
        return staging.content();
    }

    /**
     * Whether a file of the content need not be created, because it is in the directory that is
     * replaced, and all of that is kept.
     *
     * @param name its name in the content, separated by {@code /}
     * @param original where its contents are
     */
    public boolean isKept(String name, Path original) throws IOException {
        Path path = target.path();
        boolean mayBe = replacement.inPlace() && isDirectory(path);
        Path there = path.resolve(name);
        return mayBe && Files.exists(there) && Files.isSameFile(there, original);
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
        target.checkTaken(replacement.allowed());
        Optional<Path> backup = Optional.empty();
        if (target.isTaken()) {
            replaced = takeOver(old.orElseGet(OldFiles::none));
        }
        FileTree.forceEntries(content().resolveSibling(""));
        if (target.format().isPresent()) {
            putDirectory();
            backup = staging.settle();
        } else {
            backup = putFile();
        }
        backup.ifPresent(path -> replaced = replaced.withBackup(path));
        committed = true;
        try {
            FileTree.forceEntries(target.parent());
        } catch (IOException notDurableYet) {
            return; // The model is in place and complete; the system writes it down on its own.
        }
    }

    /**
     * What the commit has replaced, removed and kept of what was at the target, to be told: a line
     * for each. Empty if nothing was there.
     */
    public List<String> replaced() {
        return replaced.lines();
    }

    private ReplacedContent takeOver(OldFiles then) throws IOException {
        Path path = target.path();
        Optional<DirectoryFormat> format = target.format();
        if (format.isPresent() && Files.isDirectory(path)) {
            new WeightPermissions(format.get(), path).keep(content());
        }
        if (format.isPresent() && isDirectory(path)) {
            return DirectoryTakeover.run(path, content(), format.get(), replacement, then);
        }
        if (replacement.inPlace()) {
            then.checkUnchanged(path);
        }
        Permissions.replace(path, content());
        return ReplacedContent.whole(path);
    }

    private Optional<Path> putFile() throws IOException {
        Optional<Path> backup = Optional.empty();
        if (replacement.backup() && target.isTaken()) {
            backup = Optional.of(BackupName.next(target.path()));
            new BackupCopy(target.path(), staging.path().resolve("copy")).make(backup.get());
        }
        Files.move(content(), target.path(), StandardCopyOption.ATOMIC_MOVE);
        return backup;
    }

    private void putDirectory() throws IOException {
        Path path = target.path();
        if (!target.isTaken()) {
            Files.move(content(), path, StandardCopyOption.ATOMIC_MOVE);
            return;
        }
        if (replacement.backup()) {
            staging.announceBackup();
        }
        if (!exchange.exchange(content(), path)) {
            // Two steps: whoever is killed between them has the old content put back when the model
            // is opened, or by the next run.
            Files.move(path, staging.replaced(), StandardCopyOption.ATOMIC_MOVE);
            try {
                Files.move(content(), path, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException | RuntimeException failure) {
                staging.settle();
                throw failure;
            }
        }
    }

    private static boolean isDirectory(Path path) {
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
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
            // The model is in place: that is what counts.
            warnings.add(StagingProblems.notRemoved(target.path(), staging.path(), failure));
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
}
