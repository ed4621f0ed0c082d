package io.terge.spi.method;

/**
 * How many models a method can merge, a base that it reads apart not counted.
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
     * Returns a count.
     *
     * @param least 1 or more
     * @param most {@code least} or more
     * @throws IllegalArgumentException if the least is below 1 or above the most
     */
    public static InputCount between(int least, int most) {
        if (least < 1 || most < least) {
            throw new IllegalArgumentException(
                    "A method has at least one input: from %d to %d".formatted(least, most));
        }
        return new InputCount(least, most);
    }

    /** Returns the count of so many or more. */
    public static InputCount atLeast(int least) {
        return between(least, Integer.MAX_VALUE);
    }

    /** The fewest. */
    public int least() {
        return least;
    }

    /** The most; {@link Integer#MAX_VALUE} where there is no limit. */
    public int most() {
        return most;
    }

    /** Whether so many models can be merged. */
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

    /** As in {@code 2}, {@code 2 or more}, {@code 1 to 3}. */
    @Override
    public String toString() {
        if (least == most) {
            return Integer.toString(least);
        }
        return most == Integer.MAX_VALUE ? least + " or more" : least + " to " + most;
    }
}
