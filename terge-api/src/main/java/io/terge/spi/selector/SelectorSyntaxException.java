package io.terge.spi.selector;

import java.io.Serial;

/**
 * Thrown if the expression of a selector is malformed.
 *
 * @since 0.1
 */
public final class SelectorSyntaxException extends RuntimeException {

    @Serial private static final long serialVersionUID = 1;

    private final int position;

    /**
     * @param message what is wrong, without repeating the expression
     * @param position the position of the error in the expression, from 0; negative if unknown
     */
    public SelectorSyntaxException(String message, int position) {
        super(message);
        this.position = position;
    }

    /** The position of the error in the expression, from 0; negative if unknown. */
    public int position() {
        return position;
    }
}
