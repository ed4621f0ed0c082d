package io.terge.error;

import java.io.Serial;
import java.util.List;

/**
 * A failure with at least one {@link Problem}. If a merge throws it, the output is unchanged.
 *
 * @since 0.1
 */
public class TergeException extends RuntimeException {

    @Serial private static final long serialVersionUID = 1;

    // An array, not a list: it is part of the serial form.
    private final Problem[] problems;

    public TergeException(Problem problem) {
        super(problem.toString());
        this.problems = new Problem[] {problem};
    }

    public TergeException(Problem problem, Throwable cause) {
        super(problem.toString(), cause);
        this.problems = new Problem[] {problem};
    }

    /**
     * @param message a text that includes all problems
     * @param problems one or more
     * @throws IllegalArgumentException if there is no problem
     */
    protected TergeException(String message, List<Problem> problems) {
        super(message);
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("An exception needs a problem");
        }
        this.problems = problems.toArray(Problem[]::new);
    }

    /** All problems in the order in which they were found; at least one. */
    public List<Problem> problems() {
        return List.of(problems);
    }

    /** The first problem's code. */
    public ErrorCode code() {
        return problems[0].code();
    }
}
