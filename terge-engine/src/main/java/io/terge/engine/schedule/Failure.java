package io.terge.engine.schedule;

import org.jspecify.annotations.Nullable;

/** Throws on one thread, or later, what was thrown and kept. */
public final class Failure {

    private Failure() {}

    /**
     * Throws it, if there is one. A checked exception, which only other languages of the JVM throw
     * where none is declared, becomes the cause of an {@link IllegalStateException}.
     */
    public static void rethrow(@Nullable Throwable thrown) {
        switch (thrown) {
            case null -> {}
            case RuntimeException known -> throw known;
            case Error error -> throw error;
            default -> throw new IllegalStateException(thrown);
        }
    }
}
