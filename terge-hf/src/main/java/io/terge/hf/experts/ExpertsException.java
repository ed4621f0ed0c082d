package io.terge.hf.experts;

import io.terge.error.Problem;
import io.terge.error.TergeException;

import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/** A mixture of experts that cannot be made, with all that is wrong with it. */
public final class ExpertsException extends TergeException {

    @Serial private static final long serialVersionUID = 1;

    /**
     * @param problems one or more
     */
    public ExpertsException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")), problems);
    }

    /** Throws the problems, if there are any. */
    public static void throwIfAny(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new ExpertsException(problems);
        }
    }
}
