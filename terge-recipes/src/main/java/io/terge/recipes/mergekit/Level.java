package io.terge.recipes.mergekit;

import java.util.List;
import java.util.Optional;

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

    Optional<Assignment> find(String name) {
        return assignments.stream().filter(one -> one.name().equals(name)).findFirst();
    }
}
