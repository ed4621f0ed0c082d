package io.terge.spi.selector;

import java.io.Serial;

/**
 * A selector's expression is malformed.
 *
 * @since 0.1
 */
public final class SelectorSyntaxException extends RuntimeException {

    @Serial private static final long serialVersionUID = 1;

    private final int position;

    /**
     * Makes the exception.
     *
     * @param message what is wrong, without the expression
     * @param position where in the expression, from 0; negative where that is not known
     */
    public SelectorSyntaxException(String message, int position) {
        super(message);
        this.position = position;
    }

    /** Where in the expression the fault is, from 0; negative where that is not known. */
    public int position() {
        return position;
    }
}
