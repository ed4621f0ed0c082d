package io.terge.engine.execute;

import org.jspecify.annotations.Nullable;

/** Throws on one thread, or later, what was thrown and kept. */
final class Failure {

    private Failure() {}

    /** Throws it, if there is one: no checked exception, as none can be kept here. */
    static void rethrow(@Nullable Throwable thrown) {
        switch (thrown) {
            case null -> {}
            case RuntimeException known -> throw known;
            case Error error -> throw error;
            default -> throw new IllegalStateException(thrown);
        }
    }
}
