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

    // An array, not a list: it is part of the serial form.
    private final Problem[] problems;

    /** Makes the exception of one problem. */
    public TergeException(Problem problem) {
        super(problem.toString());
        this.problems = new Problem[] {problem};
    }

    /** Makes the exception of one problem and what caused it. */
    public TergeException(Problem problem, Throwable cause) {
        super(problem.toString(), cause);
        this.problems = new Problem[] {problem};
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
        this.problems = problems.toArray(Problem[]::new);
    }

    /** What is wrong, in the order it was found: one or more. */
    public List<Problem> problems() {
        return List.of(problems);
    }

    /** The first problem's code. */
    public ErrorCode code() {
        return problems[0].code();
    }
}
