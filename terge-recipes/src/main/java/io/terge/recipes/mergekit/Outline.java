package io.terge.recipes.mergekit;

import io.terge.model.VocabularyChoice;
import io.terge.recipes.yaml.Place;
import io.terge.tensor.DType;

import java.util.List;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.stream.Stream;

/**
 * A recipe as it is written, but for what has no meaning here.
 *
 * @param method the method
 * @param methodPlace where it is named
 * @param base the base; empty if none is named
 * @param parts the slices; a single one without layers if models are listed
 * @param levels parameters of all slices, the most specific first
 * @param dtype the type of the output
 * @param isTypeStored whether the recipe names the type of the output itself, not only that of the
 *     computation
 * @param vocabulary which tokens the output has; empty if embeddings are merged row by row
 */
record Outline(
        MergekitMethod method,
        Place methodPlace,
        Optional<Reference> base,
        List<Part> parts,
        List<Level> levels,
        Optional<DType> dtype,
        boolean isTypeStored,
        Optional<VocabularyChoice> vocabulary) {

    Outline {
        parts = List.copyOf(parts);
        levels = List.copyOf(levels);
    }

    boolean isSliced() {
        return parts.getFirst().sources().getFirst().layers().isPresent();
    }

    /** The base of a part. */
    Optional<Reference> base(Part part) {
        return part.base().or(() -> base);
    }

    /**
     * Whether a source is the base of its part, and not merged itself. Without layers, a base that
     * is listed twice is still the base.
     */
    boolean isApart(Part part, Source source) {
        return method.base().isApart()
                && base(part).filter(source.model()::isSame).isPresent()
                && (!isSliced() || part.copies(source) == 0);
    }

    /** Returns this recipe with other parts. */
    Outline with(List<Part> others) {
        return new Outline(
                method, methodPlace, base, others, levels, dtype, isTypeStored, vocabulary);
    }

    /** Whether a parameter is set, anywhere, to a number of a kind. */
    boolean mayHave(String parameter, DoublePredicate kind) {
        Stream<Level> ofParts =
                parts.stream()
                        .flatMap(
                                part ->
                                        Stream.concat(
                                                part.sources().stream().map(Source::level),
                                                Stream.of(part.level())));
        return Stream.concat(ofParts, levels.stream())
                .flatMap(level -> level.find(parameter).stream())
                .flatMap(assignment -> assignment.conditions().stream())
                .flatMap(condition -> condition.numbers().stream())
                .anyMatch(kind::test);
    }
}
