package io.terge.recipes.yaml;

import io.terge.error.ErrorCode;
import io.terge.error.Problem;
import io.terge.error.Suggestions;
import io.terge.recipes.RecipeCode;
import io.terge.recipes.RecipeException;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/**
 * Gathers what is wrong with a recipe, each with its place, in the order of the file. Not for
 * several threads.
 */
public final class Problems {

    private static final Comparator<Found> BY_PLACE =
            Comparator.comparing((Found found) -> found.place().file())
                    .thenComparingInt(found -> found.place().line())
                    .thenComparingInt(found -> found.place().column());

    private static final int LONGEST = 2_000;
    private static final int BEGIN = 300;
    private static final int END = 150;

    private final List<Found> all = new ArrayList<>();
    private final List<Found> notes = new ArrayList<>();

    private final Set<KeyOf> misspelled = new HashSet<>();
    private final SequencedMap<String, Place> models = new LinkedHashMap<>();

    /**
     * @param missing the key that is missing, if that is the problem
     */
    private record Found(Place place, Problem problem, Optional<KeyOf> missing) {}

    /** A key, and where the mapping is that has or lacks it. */
    private record KeyOf(String key, Place mapping) {}

    /** Adds a problem, or a note if the code is that of a warning. */
    public void add(ErrorCode code, Place place, String message) {
        add(place, problem(code, place, message));
    }

    /** Adds a problem with the way to fix it. */
    public void add(ErrorCode code, Place place, String message, String fix) {
        add(place, problem(code, place, message).fix(fix));
    }

    // A recipe may contain anything, and messages quote it.
    private static Problem problem(ErrorCode code, Place place, String message) {
        int length = message.length();
        String shown =
                length <= LONGEST
                        ? message
                        : "%s ... (%d characters) ... %s"
                                .formatted(
                                        message.substring(0, BEGIN),
                                        length,
                                        message.substring(length - END));
        return Problem.of(code, place + ": " + shown);
    }

    private void add(Place place, Problem problem) {
        boolean isNote = problem.code().kind() == ErrorCode.Kind.WARNING;
        (isNote ? notes : all).add(new Found(place, problem, Optional.empty()));
    }

    /** Adds a key that a mapping lacks. It is not told if the mapping has it misspelled. */
    public void missingKey(String key, Place mapping, String message) {
        Problem problem = problem(RecipeCode.RECIPE_MISSING_KEY, mapping, message);
        all.add(new Found(mapping, problem, Optional.of(new KeyOf(key, mapping))));
    }

    /** Adds a value that is not what was expected. */
    public void unexpected(Node node, String what, String expected) {
        add(
                RecipeCode.RECIPE_INVALID_VALUE,
                node.place(),
                "'%s' must be %s, but was %s".formatted(what, expected, node.kind()));
    }

    /**
     * Adds a key that nothing knows.
     *
     * @param place where it is
     * @param mapping where the mapping is that has it
     */
    public void unknownKey(String key, Place place, Place mapping, Collection<String> known) {
        Suggestions.near(key, known).forEach(meant -> misspelled.add(new KeyOf(meant, mapping)));
        add(
                RecipeCode.RECIPE_UNKNOWN_KEY,
                place,
                "Unknown key '%s'.%s".formatted(key, Suggestions.question(key, known)),
                "use one of: " + String.join(", ", known));
    }

    /**
     * Remembers where a model is named, for problems that are found later.
     *
     * @param model the model as messages show it
     */
    public void named(String model, Place place) {
        models.putIfAbsent(model, place);
    }

    /** Where each model is named first, by the model as messages show it. */
    public SequencedMap<String, String> models() {
        SequencedMap<String, String> places = new LinkedHashMap<>();
        models.forEach((model, place) -> places.put(model, place.toString()));
        return places;
    }

    /** What is worth telling about a recipe that can be used, in the order of the file. */
    public List<Problem> notes() {
        return inOrder(notes);
    }

    /**
     * Ends the reading of a file.
     *
     * @throws RecipeException if there are problems
     */
    public void throwIfAny() {
        if (!all.isEmpty()) {
            all.removeIf(found -> found.missing().filter(misspelled::contains).isPresent());
            throw new RecipeException(inOrder(all));
        }
    }

    private static List<Problem> inOrder(List<Found> found) {
        return found.stream().distinct().sorted(BY_PLACE).map(Found::problem).toList();
    }
}
