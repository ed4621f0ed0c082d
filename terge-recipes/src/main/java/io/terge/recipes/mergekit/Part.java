package io.terge.recipes.mergekit;

import io.terge.recipes.yaml.Place;

import java.util.List;
import java.util.Optional;

/**
 * A slice of the output; a recipe without slices has one that is everything.
 *
 * @param sources what it is made from
 * @param base its own base; empty for that of the recipe
 * @param level its parameters
 * @param place where it is
 */
record Part(List<Source> sources, Optional<Reference> base, Level level, Place place) {

    Part {
        sources = List.copyOf(sources);
    }

    boolean has(Reference model) {
        return sources.stream().anyMatch(source -> source.model().isSame(model));
    }

    /** How many sources before this one are the same model. */
    int copies(Source source) {
        return Math.toIntExact(
                sources.stream()
                        .limit(source.number())
                        .filter(other -> other.model().isSame(source.model()))
                        .count());
    }
}
