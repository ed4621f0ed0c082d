package io.terge.spi.selector;

import static java.util.Objects.requireNonNull;

/**
 * A text for {@link java.util.regex.Pattern}, which by itself has no limit: some patterns take
 * years for a text of 40 characters. Counts how often the matcher looks at a character, and stops
 * it with {@link LimitException} after ten million times, or when the thread is interrupted. Parts
 * of the text count for the whole. For one thread.
 *
 * @since 0.1
 */
public final class RegexInput implements CharSequence {

    /** A tenth of a second, and far more than any pattern takes for a name of a parameter. */
    private static final int MOST = 10_000_000;

    private static final int INTERRUPT_MASK = (1 << 16) - 1;

    private final String text;
    private int looks;

    private RegexInput(String text) {
        this.text = text;
    }

    /** Returns a text that may be looked at ten million times. */
    public static RegexInput of(String text) {
        return new RegexInput(requireNonNull(text, "text"));
    }

    /** The matcher has looked at the text too often, or was interrupted. */
    public static final class LimitException extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final boolean interrupted;

        private LimitException(String message, boolean interrupted) {
            super(message);
            this.interrupted = interrupted;
        }

        /** Whether the thread was interrupted; its status is still set. */
        public boolean isInterrupted() {
            return interrupted;
        }
    }

    @Override
    public char charAt(int index) {
        looks++;
        if (looks > MOST) {
            throw new LimitException(
                    "the regular expression takes more than %d steps".formatted(MOST), false);
        }
        if ((looks & INTERRUPT_MASK) == 0 && Thread.currentThread().isInterrupted()) {
            throw new LimitException("interrupted", true);
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public String subSequence(int start, int end) {
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
