package io.terge.cli.text;

import java.util.Optional;

/** Tells how a merge could be faster, where it is so large that it matters. */
public final class SpeedNote {

    /** So many bytes of weights take longer than the faster way takes to warm up. */
    private static final long LARGE = 4_000_000_000L;

    private SpeedNote() {}

    /**
     * Returns the note in one line, if there is one to make.
     *
     * @param bytesRead bytes of weights that are to be read
     * @param advice how the merge could be faster
     */
    public static Optional<String> of(long bytesRead, Optional<String> advice) {
        return advice.filter(words -> bytesRead >= LARGE)
                .map("note: large merges like this one can be faster: "::concat);
    }
}
