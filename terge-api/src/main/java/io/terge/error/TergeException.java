package io.terge.error;

import java.io.Serial;
import java.util.List;

/**
 * A failure with at least one {@link Problem}. Nothing was written where a merge throws it.
 *
 * @since 0.1
 */
public class TergeException extends RuntimeException {

    @Serial private static final long serialVersionUID = 1;

    // Not part of the serial form: the message holds all of it as text.
    private final transient List<Problem> problems;

    /** Makes the exception of one problem. */
    public TergeException(Problem problem) {
        super(problem.toString());
        this.problems = List.of(problem);
    }

    /** Makes the exception of one problem and what caused it. */
    public TergeException(Problem problem, Throwable cause) {
        super(problem.toString(), cause);
        this.problems = List.of(problem);
    }

    /**
     * Makes the exception of several problems.
     *
     * @param message the text that shows them all
     * @param problems one or more
     * @throws IllegalArgumentException if there is none
     */
    protected TergeException(String message, List<Problem> problems) {
        super(message);
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("An exception needs a problem");
        }
        this.problems = List.copyOf(problems);
    }

    /** What is wrong, in the order it was found: one or more. */
    public List<Problem> problems() {
        return problems;
    }

    /** The first problem's code. */
    public ErrorCode code() {
        return problems.getFirst().code();
    }
}
