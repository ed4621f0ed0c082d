package io.terge.api;

import io.terge.error.Problem;
import io.terge.error.TergeException;

import java.io.Serial;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A request was rejected and nothing was written. The exception has all problems found; its message
 * numbers them.
 *
 * @since 0.1
 */
public final class MergeRejectedException extends TergeException {

    @Serial private static final long serialVersionUID = 1;

    private final String subject;

    /**
     * @param subject what was requested, e.g. {@code "Cannot merge into out"}
     * @param problems one or more
     */
    public MergeRejectedException(String subject, List<Problem> problems) {
        super(text(subject, problems), problems);
        this.subject = subject;
    }

    /** Returns this exception with more about its problems. */
    public MergeRejectedException with(UnaryOperator<Problem> more) {
        MergeRejectedException told =
                new MergeRejectedException(subject, problems().stream().map(more).toList());
        told.initCause(this);
        return told;
    }

    private static String text(String subject, List<Problem> problems) {
        StringBuilder text = new StringBuilder(subject);
        text.append(": ").append(problems.size());
        text.append(problems.size() == 1 ? " problem" : " problems");
        text.append(", nothing was written.");
        for (int i = 0; i < problems.size(); i++) {
            text.append("\n\n").append(i + 1).append(") ").append(problems.get(i));
        }
        return text.toString();
    }
}
