package io.terge.cli;

import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;

/** The heap of the JVM is full. */
final class HeapFull {

    private HeapFull() {}

    /** The failure as a problem that the user can solve. */
    static TergeException problem(OutOfMemoryError full) {
        return new TergeException(
                Problem.of(
                                TergeCode.NOT_ENOUGH_MEMORY,
                                "The Java heap of %d MiB is full: %s"
                                        .formatted(
                                                Runtime.getRuntime().maxMemory() >> 20,
                                                full.getMessage()))
                        .note("the heap also holds model headers")
                        .fix("raise --max-memory; ./terge sizes the heap from it"),
                full);
    }
}
