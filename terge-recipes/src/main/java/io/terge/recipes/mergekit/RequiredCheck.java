package io.terge.recipes.mergekit;

import io.terge.error.Suggestions;
import io.terge.recipes.RecipeCode;
import io.terge.recipes.yaml.Place;
import io.terge.recipes.yaml.Problems;

import java.util.List;
import java.util.stream.Stream;

/**
 * Checks that parameters without a default are set: those of terge may have one.
 *
 * @param outline the recipe
 * @param problems told of what is missing
 */
record RequiredCheck(Outline outline, Problems problems) {

    void check(Part part) {
        for (Parameter parameter : outline.method().parameters()) {
            if (parameter.isRequired() && parameter.isPerModel()) {
                part.sources().stream()
                        .filter(source -> !outline.isApart(part, source))
                        .forEach(source -> check(parameter, source, part));
            } else if (parameter.isRequired()) {
                check(
                        parameter,
                        Stream.of(part.level()),
                        outline.methodPlace(),
                        "'%s' needs the parameter '%s'"
                                .formatted(outline.method().text(), parameter.name()));
            }
        }
    }

    private void check(Parameter parameter, Source source, Part part) {
        check(
                parameter,
                Stream.of(source.level(), part.level()),
                source.place(),
                "'%s' needs the parameter '%s' of '%s'"
                        .formatted(
                                outline.method().text(), parameter.name(), source.model().text()));
    }

    private void check(Parameter parameter, Stream<Level> levels, Place place, String missing) {
        List<Level> all = Stream.concat(levels, outline.levels().stream()).toList();
        List<Assignment> found =
                all.stream().flatMap(level -> level.find(parameter.name()).stream()).toList();
        if (found.isEmpty() && isMisspelled(parameter, all)) {
            // That is told where it is written.
            return;
        }
        if (found.isEmpty()) {
            problems.add(
                    RecipeCode.RECIPE_MISSING_KEY,
                    place,
                    missing,
                    parameter.isPerModel()
                            ? "add '%s' to its 'parameters', or to those of the recipe"
                                    .formatted(parameter.name())
                            : "add '%s' to 'parameters'".formatted(parameter.name()));
        } else if (parameter.isPerModel() && found.stream().noneMatch(Assignment::isForAll)) {
            problems.add(
                    RecipeCode.RECIPE_NOTE,
                    found.getFirst().place(),
                    "'%s' is 1 where no filter matches; mergekit stops there"
                            .formatted(parameter.name()));
        }
    }

    private boolean isMisspelled(Parameter parameter, List<Level> levels) {
        return levels.stream()
                .flatMap(level -> level.assignments().stream())
                .map(Assignment::name)
                .filter(name -> !MergekitMethod.isParameter(name))
                .anyMatch(name -> !Suggestions.near(name, List.of(parameter.name())).isEmpty());
    }
}
