package io.terge.files.staging;

import io.terge.error.FailureReason;
import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.files.Quoted;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A directory that is missing because a run is replacing it, or was killed in that moment, where
 * directories cannot be exchanged in one step. The old one is then in a hidden directory beside it.
 * An adapter whose models are directories claims such a path, and calls {@link #repair} before it
 * opens the model.
 *
 * @since 0.1
 */
public final class InterruptedReplacement {

    private static final int PATIENCE_MILLIS = 2000;

    private InterruptedReplacement() {}

    /** Whether a directory is missing for that reason. Cheap where the path exists. */
    public static boolean isAt(Path path) {
        try {
            return find(FollowedLink.end(path.toAbsolutePath())).isPresent();
        } catch (IOException unreadable) {
            return false; // Then nobody knows what is in it.
        }
    }

    /**
     * Puts the old directory back if it is missing for that reason; else does nothing.
     *
     * @throws TergeException with {@link TergeCode#MODEL_NOT_FOUND}, which says where the old
     *     directory is, if it cannot be put back
     * @throws IOException if the file system cannot be examined
     */
    public static void repair(Path path) throws IOException {
        Path target = FollowedLink.end(path.toAbsolutePath());
        Optional<Leftover> interrupted = find(target);
        for (int waited = 0; waited < PATIENCE_MILLIS && interrupted.isPresent(); waited++) {
            clear(target, interrupted.get());
            interrupted = find(target);
            if (interrupted.isPresent()) { // Its run goes on, and will be done in a moment.
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
            }
        }
        if (interrupted.isPresent()) {
            throw new TergeException(
                    problem(target, interrupted.get(), "another process is replacing it"));
        }
    }

    private static void clear(Path target, Leftover leftover) {
        try {
            if (leftover.isOfAnotherProcess()) {
                leftover.clear();
            }
        } catch (IOException failure) {
            if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
                return; // It is back; what is left of the run is removed another time.
            }
            throw new TergeException(
                    problem(
                            target,
                            leftover,
                            "a run that was replacing it was killed, and it cannot be put back: "
                                    + FailureReason.withFile(failure)),
                    failure);
        }
    }

    private static Problem problem(Path target, Leftover leftover, String wrong) {
        Path replaced = StagingDirectory.replacedIn(leftover.path());
        return Problem.of(
                        TergeCode.MODEL_NOT_FOUND,
                        "%s is missing: %s".formatted(Quoted.of(target), wrong))
                .note("the model is in " + Quoted.of(replaced))
                .fix("if no merge is running, move it back: mv %s %s".formatted(replaced, target));
    }

    private static Optional<Leftover> find(Path target) throws IOException {
        if (target.getFileName() == null
                || Files.exists(target, LinkOption.NOFOLLOW_LINKS)
                || !Files.isDirectory(target.resolveSibling(""))) {
            return Optional.empty();
        }
        return Leftover.all(target, FileLocking.ofSystem()).stream()
                .filter(leftover -> leftover.state().isInterrupted())
                .findFirst();
    }
}
