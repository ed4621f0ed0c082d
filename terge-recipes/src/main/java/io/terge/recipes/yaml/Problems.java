package io.terge.recipes.yaml;

import io.terge.error.ErrorCode;
import io.terge.error.Problem;
import io.terge.error.Suggestions;
import io.terge.recipes.RecipeCode;
import io.terge.recipes.RecipeException;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Gathers what is wrong with a recipe, each with its place. Not for several threads. */
public final class Problems {

    private final List<Problem> all = new ArrayList<>();
    private final List<Problem> notes = new ArrayList<>();

    /** Adds a problem, or a note if the code is that of a warning. */
    public void add(ErrorCode code, Place place, String message) {
        add(Problem.of(code, place + ": " + message));
    }

    /** Adds a problem with the way to fix it. */
    public void add(ErrorCode code, Place place, String message, String fix) {
        add(Problem.of(code, place + ": " + message).fix(fix));
    }

    private void add(Problem problem) {
        boolean isNote = problem.code().kind() == ErrorCode.Kind.WARNING;
        (isNote ? notes : all).add(problem);
    }

    /** Adds a value that is not what was expected. */
    public void unexpected(Node node, String what, String expected) {
        add(
                RecipeCode.RECIPE_INVALID_VALUE,
                node.place(),
                "'%s' must be %s, but was %s".formatted(what, expected, node.kind()));
    }

    /** Adds a key that nothing knows. */
    public void unknownKey(String key, Place place, Collection<String> known) {
        add(
                RecipeCode.RECIPE_UNKNOWN_KEY,
                place,
                "Unknown key '%s'.%s".formatted(key, Suggestions.question(key, known)),
                "use one of: " + String.join(", ", known));
    }

    /** What is worth telling about a recipe that can be used. */
    public List<Problem> notes() {
        return List.copyOf(notes);
    }

    /**
     * Ends the reading of a file.
     *
     * @throws RecipeException if there are problems
     */
    public void throwIfAny() {
        if (!all.isEmpty()) {
            throw new RecipeException(all);
        }
    }
}
