package io.terge.engine.execute;

import org.jspecify.annotations.Nullable;

/** Whether a method has written its output, and whether that went well: it may hide a failure. */
final class OutputState {

    private boolean written;
    private @Nullable Throwable failure;

    /**
     * Writes the output.
     *
     * @throws IllegalStateException if it has been written before
     */
    void write(Runnable writing) {
        if (written) {
            throw new IllegalStateException("A method writes its output once");
        }
        written = true;
        try {
            writing.run();
        } catch (Throwable thrown) {
            failure = thrown;
            throw thrown;
        }
    }

    /** Whether a writing verb was called. */
    boolean isWritten() {
        return written;
    }

    /** Throws what ended the writing, if anything did. */
    void rethrow() {
        Failure.rethrow(failure);
    }
}
