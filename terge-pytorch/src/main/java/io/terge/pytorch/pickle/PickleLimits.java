package io.terge.pytorch.pickle;

/**
 * What a pickle may cost. Memory is bounded by the bytes of the pickle, and by about 100 bytes for
 * each value.
 *
 * @param bytes the size of one pickle
 * @param stack how many values and marks are on the stack at a time
 * @param memo how many values the pickle can remember
 * @param values how many values there are in all
 * @param text the bytes of one text or byte string
 * @param digits the decimal digits of one integer; converting them takes quadratic time
 * @since 0.1
 */
public record PickleLimits(long bytes, int stack, int memo, int values, int text, int digits) {

    /** Limits far beyond any known checkpoint, which keeps its tensors outside the pickle. */
    public static final PickleLimits DEFAULT =
            new PickleLimits(512L << 20, 4_000_000, 10_000_000, 10_000_000, 256 << 20, 4_300);

    /**
     * @throws IllegalArgumentException if a limit is not positive
     */
    public PickleLimits {
        if (bytes < 1 || stack < 1 || memo < 1 || values < 1 || text < 1 || digits < 1) {
            throw new IllegalArgumentException("Every limit must be positive");
        }
    }
}
