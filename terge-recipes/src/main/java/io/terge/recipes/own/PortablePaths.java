package io.terge.recipes.own;

import io.terge.api.BaseChoice;
import io.terge.model.ModelReference;
import io.terge.recipes.Recipe;
import io.terge.recipes.value.RecipeFolder;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Paths as a recipe has them that is kept with its output: from the output, or, where that is far,
 * the last part alone. Whoever gets the output learns nothing about the folders of its author.
 *
 * @param folder the folder of the output
 * @param recipe what is merged
 */
record PortablePaths(Path folder, Recipe recipe) implements ModelTexts {

    /** Paths from an output, which is a directory, or a file in one. */
    static PortablePaths from(Path output, Recipe recipe) {
        Path parent = output.getParent();
        Path around = parent == null ? Path.of("") : parent;
        return new PortablePaths(ModelNames.isFile(output) ? around : output, recipe);
    }

    @Override
    public String of(ModelReference reference) {
        Optional<Path> path = reference.path();
        if (path.isEmpty()) {
            return reference.describe();
        }
        Path written =
                near(reference.withSettings(Collections.emptySortedMap())).orElse(path.get());
        return ModelReference.at(written.isAbsolute() ? last(written) : written)
                .withSettings(reference.settings())
                .describe();
    }

    // An absolute path is not taken for a name on the hub.
    @Override
    public String ofTarget(ModelReference target) {
        return target.path()
                .map(path -> ModelReference.at(path.toAbsolutePath()))
                .map(absolute -> of(absolute.withSettings(target.settings())))
                .orElseGet(target::describe);
    }

    private Optional<Path> near(ModelReference reference) {
        Path path = reference.path().orElseThrow();
        boolean areAlike = path.isAbsolute() == folder.isAbsolute();
        String text =
                areAlike || RecipeFolder.isOnHub(path)
                        ? new RecipeFolder(folder).relativize(reference)
                        : new RecipeFolder(folder.toAbsolutePath())
                                .relativize(ModelReference.at(path.toAbsolutePath()));
        return ModelReference.at(text).path();
    }

    /** Shortens absolute paths of the models in a text, such as in settings of references. */
    String withoutOthers(String text) {
        String shortened = text;
        for (Path path : absolutePaths()) {
            shortened = shortened.replace(path.toString(), last(path).toString());
        }
        return shortened;
    }

    private List<Path> absolutePaths() {
        Set<Path> paths = new LinkedHashSet<>();
        for (Recipe.Stage stage : recipe.stages()) {
            Stream<ModelReference> base =
                    stage.request().base() instanceof BaseChoice.Other(ModelReference other)
                            ? Stream.of(other)
                            : Stream.empty();
            Stream.concat(stage.request().models().stream(), base)
                    .flatMap(reference -> reference.path().stream())
                    .filter(Path::isAbsolute)
                    .forEach(paths::add);
        }
        return paths.stream()
                .sorted(Comparator.comparing((Path path) -> path.toString().length()).reversed())
                .toList();
    }

    private static Path last(Path path) {
        Path last = path.getFileName();
        return last == null ? path : last;
    }
}
