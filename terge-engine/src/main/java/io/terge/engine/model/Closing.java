package io.terge.engine.model;

import java.util.ArrayList;
import java.util.List;

/** Closes all of several things, whatever becomes of one. */
public final class Closing {

    private Closing() {}

    /** Closes them in order; throws what failed first, once all are closed. */
    public static void all(List<? extends AutoCloseable> open) {
        List<RuntimeException> failures = new ArrayList<>();
        for (AutoCloseable each : open) {
            try {
                each.close();
            } catch (RuntimeException failure) {
                failures.add(failure);
            } catch (Exception undeclared) {
                failures.add(new IllegalStateException(undeclared));
            }
        }
        if (!failures.isEmpty()) {
            RuntimeException first = failures.removeFirst();
            failures.forEach(first::addSuppressed);
            throw first;
        }
    }
}
