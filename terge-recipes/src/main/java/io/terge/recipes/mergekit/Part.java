package io.terge.recipes.mergekit;

import io.terge.api.Setting;
import io.terge.recipes.yaml.Place;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A slice of the output, or a module; a recipe without them has one that is everything.
 *
 * @param sources what it is made from
 * @param base its own base; empty for that of the recipe
 * @param level its parameters
 * @param place where it is
 * @param module the module that it is, if it is one
 */
record Part(
        List<Source> sources,
        Optional<Reference> base,
        Level level,
        Place place,
        Optional<NamedModule> module) {

    Part {
        sources = List.copyOf(sources);
    }

    /** A slice, or everything. */
    Part(List<Source> sources, Optional<Reference> base, Level level, Place place) {
        this(sources, base, level, place, Optional.empty());
    }

    /** Returns this part with one more source. */
    Part with(Source added) {
        return new Part(
                Stream.concat(sources.stream(), Stream.of(added)).toList(),
                base,
                level,
                place,
                module);
    }

    /** Returns a setting for the parameters of this part. */
    Setting within(Setting setting) {
        return module.map(own -> own.within(setting)).orElse(setting);
    }

    /** Whether it is made from the same models as another one. */
    boolean isOfSameModels(Part other) {
        return sources.size() == other.sources.size()
                && IntStream.range(0, sources.size())
                        .allMatch(i -> sources.get(i).model().isSame(other.sources.get(i).model()));
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
