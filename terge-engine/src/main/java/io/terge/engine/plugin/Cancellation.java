package io.terge.engine.plugin;

import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;

import java.nio.channels.ClosedByInterruptException;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells a merge that was interrupted from one that failed. */
public final class Cancellation {

    // A chain of causes may be a circle.
    private static final int DEEPEST = 100;

    private Cancellation() {}

    /** Returns the exception of a cancelled merge where an interrupt is what was thrown. */
    public static Optional<TergeException> in(Throwable thrown) {
        boolean interrupted =
                Stream.<Throwable>iterate(thrown, cause -> cause != null, Throwable::getCause)
                        .limit(DEEPEST)
                        .anyMatch(
                                cause ->
                                        cause instanceof InterruptedException
                                                || cause instanceof ClosedByInterruptException);
        return interrupted ? Optional.of(cancelled(thrown)) : Optional.empty();
    }

    /** The exception of a cancelled merge. */
    public static TergeException cancelled(Throwable cause) {
        return new TergeException(
                Problem.of(TergeCode.CANCELLED, "The merge was cancelled; the output is unchanged"),
                cause);
    }
}
