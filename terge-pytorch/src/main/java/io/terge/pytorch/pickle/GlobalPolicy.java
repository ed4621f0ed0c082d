package io.terge.pytorch.pickle;

import static java.util.Objects.requireNonNull;

import java.util.function.Predicate;

/**
 * Which functions and classes a pickle may name. Those that are made to run code, such as {@code
 * os.system}, are never accepted.
 *
 * @since 0.1
 */
public final class GlobalPolicy {

    private final Predicate<PickleGlobal> known;

    private GlobalPolicy(Predicate<PickleGlobal> known) {
        this.known = known;
    }

    /** Accepts every name that is not hostile. */
    public static GlobalPolicy lenient() {
        return new GlobalPolicy(global -> true);
    }

    /**
     * Accepts only known names; others are {@link PickleCode#PICKLE_UNKNOWN_GLOBAL}.
     *
     * @param known called once for each distinct name of a pickle
     */
    public static GlobalPolicy strict(Predicate<PickleGlobal> known) {
        return new GlobalPolicy(requireNonNull(known, "known"));
    }

    boolean accepts(PickleGlobal global) {
        return known.test(global);
    }
}
