package io.terge.spi.method;

/**
 * The number of models a method supports, not counting a base that it reads. Immutable.
 *
 * @since 0.1
 */
public final class InputCount {

    private final int least;
    private final int most;

    private InputCount(int least, int most) {
        this.least = least;
        this.most = most;
    }

    /**
     * Returns a range.
     *
     * @param least 1 or more
     * @param most {@code least} or more
     * @throws IllegalArgumentException if {@code least} is less than 1 or greater than {@code most}
     */
    public static InputCount between(int least, int most) {
        if (least < 1 || most < least) {
            throw new IllegalArgumentException(
                    "Expected a range of 1 or more inputs, got %d to %d".formatted(least, most));
        }
        return new InputCount(least, most);
    }

    /** Returns the range with a minimum only. */
    public static InputCount atLeast(int least) {
        return between(least, Integer.MAX_VALUE);
    }

    /** The minimum. */
    public int least() {
        return least;
    }

    /** The maximum; {@link Integer#MAX_VALUE} if there is none. */
    public int most() {
        return most;
    }

    /** Whether a number of models is supported. */
    public boolean allows(int count) {
        return count >= least && count <= most;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof InputCount that && least == that.least && most == that.most;
    }

    @Override
    public int hashCode() {
        return 31 * least + most;
    }

    /** Returns a text such as {@code 2}, {@code 2 or more}, {@code 1 to 3}. */
    @Override
    public String toString() {
        if (least == most) {
            return Integer.toString(least);
        }
        return most == Integer.MAX_VALUE ? least + " or more" : least + " to " + most;
    }
}
