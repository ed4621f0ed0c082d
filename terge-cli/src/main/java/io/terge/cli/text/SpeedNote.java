package io.terge.cli.text;

import java.util.Optional;

/** Says how a merge could be faster, if it is large enough. */
public final class SpeedNote {

    /** From this many bytes on, vector code saves more time than it takes to warm up. */
    private static final long LARGE = 24_000_000_000L;

    private SpeedNote() {}

    /**
     * Returns the note in one line, if the merge is large.
     *
     * @param bytesRead how many bytes of weights will be read in one pass
     * @param advice how the merge could be faster
     */
    public static Optional<String> of(long bytesRead, Optional<String> advice) {
        return advice.filter(words -> bytesRead >= LARGE)
                .map("note: large merges like this one can be faster: "::concat);
    }
}
