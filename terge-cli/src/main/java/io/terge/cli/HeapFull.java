package io.terge.cli;

import io.terge.error.ErrorCode;
import io.terge.error.Problem;
import io.terge.error.TergeException;

/** The heap of the JVM has no room left. */
final class HeapFull {

    private HeapFull() {}

    /** The problem that somebody who merges can do something about. */
    static TergeException problem(OutOfMemoryError full) {
        return new TergeException(
                Problem.of(
                                ErrorCode.NOT_ENOUGH_MEMORY,
                                "The Java heap of %d MiB is full: %s"
                                        .formatted(
                                                Runtime.getRuntime().maxMemory() >> 20,
                                                full.getMessage()))
                        .note(
                                "what terge knows of the models is there too: a little for each"
                                        + " parameter")
                        .fix("allow more with --max-memory, which the heap follows"),
                full);
    }
}
