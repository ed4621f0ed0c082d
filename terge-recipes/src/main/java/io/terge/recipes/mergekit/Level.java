package io.terge.recipes.mergekit;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The parameters that one mapping sets: those of a model, of a slice, or of all.
 *
 * @param assignments in the order of the file
 */
record Level(List<Assignment> assignments) {

    Level {
        assignments = List.copyOf(assignments);
    }

    static Level empty() {
        return new Level(List.of());
    }

    /** Returns those of its assignments that a test finds. */
    Level only(Predicate<Assignment> which) {
        return new Level(assignments.stream().filter(which).toList());
    }

    Optional<Assignment> find(String name) {
        return assignments.stream().filter(one -> one.name().equals(name)).findFirst();
    }
}
