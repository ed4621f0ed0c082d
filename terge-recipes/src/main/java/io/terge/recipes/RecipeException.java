package io.terge.recipes;

import io.terge.error.Problem;
import io.terge.error.TergeException;

import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A recipe that cannot be used, with all that is wrong with it.
 *
 * @since 0.1
 */
public final class RecipeException extends TergeException {

    @Serial private static final long serialVersionUID = 1;

    public RecipeException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")), problems);
    }
}
