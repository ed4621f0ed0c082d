package io.terge.recipes.own;

import io.terge.model.ModelReference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The folder of a recipe, from which the paths in it start. A name as on the Hugging Face hub, such
 * as {@code org/model}, is left as it is unless there is something at that path; {@code
 * ./org/model} is a path.
 *
 * @param folder the folder as it was given; empty for the working directory
 */
record RecipeFolder(Path folder) {

    private static final String HERE = ".";
    private static final String UP = "..";
    private static final String HOME = "~";
    private static final String PART = "[A-Za-z0-9_][A-Za-z0-9._-]*";
    private static final Pattern HUB_NAME =
            Pattern.compile("%1$s/%1$s(?:@%1$s(?:/%1$s)*)?".formatted(PART));

    /**
     * Returns the model that a text in the recipe means.
     *
     * @throws IllegalArgumentException if its settings are malformed
     */
    ModelReference resolve(String text) {
        ModelReference reference = ModelReference.at(withHome(text));
        Optional<Path> path = reference.path();
        if (path.isEmpty() || path.get().isAbsolute()) {
            return reference;
        }
        Path resolved = resolve(path.get());
        if (isHubName(path.get()) && Files.notExists(resolved)) {
            return reference;
        }
        return ModelReference.at(resolved).withSettings(reference.settings());
    }

    /** Returns the text that means a model in a recipe of this folder. */
    String relativize(ModelReference reference) {
        Optional<Path> path = reference.path();
        if (path.isEmpty()) {
            return reference.describe();
        }
        Path own = path.get();
        if (isHubName(own) && Files.notExists(own)) {
            return reference.describe();
        }
        Path written = relativize(own);
        boolean isLikeOnHub = !written.equals(own) && isHubName(written);
        return ModelReference.at(isLikeOnHub ? Path.of(HERE).resolve(written) : written)
                .withSettings(reference.settings())
                .describe();
    }

    /** The path from the folder, such that {@link #resolve(String)} of it is the same path. */
    private Path relativize(Path path) {
        if (folder.toString().isEmpty() || path.isAbsolute() != folder.isAbsolute()) {
            return folder.toString().isEmpty() ? path : path.toAbsolutePath();
        }
        if (path.startsWith(folder) && path.getNameCount() > folder.getNameCount()) {
            return folder.relativize(path);
        }
        if (path.isAbsolute() || !canStepOut(folder)) {
            return path.toAbsolutePath();
        }
        Path up = Path.of(UP);
        for (int i = 1; i < folder.getNameCount(); i++) {
            up = up.resolve(UP);
        }
        return up.resolve(path);
    }

    // "a/b" and "../c" are "a/../c", which is "c" unless "a/b" is a link to another place.
    private Path resolve(Path path) {
        Path from = folder;
        boolean isHere = path.startsWith(HERE) && path.getNameCount() > 1;
        Path rest =
                isHere && !folder.toString().isEmpty()
                        ? path.subpath(1, path.getNameCount())
                        : path;
        while (rest.startsWith(UP) && canStepOut(from)) {
            Path parent = from.getParent();
            from = parent == null ? Path.of("") : parent;
            if (rest.getNameCount() == 1) {
                return from.toString().isEmpty() ? Path.of(HERE) : from;
            }
            rest = rest.subpath(1, rest.getNameCount());
        }
        return from.resolve(rest);
    }

    private static boolean canStepOut(Path from) {
        if (from.getNameCount() == 0 || from.toString().isEmpty()) {
            return false;
        }
        String last = from.getFileName().toString();
        return !last.equals(UP) && !last.equals(HERE) && !isLinked(from);
    }

    private static boolean isLinked(Path from) {
        try {
            Path parent = from.toAbsolutePath().getParent();
            return parent != null
                    && Files.exists(from)
                    && !from.toRealPath().equals(parent.toRealPath().resolve(from.getFileName()));
        } catch (IOException unknown) {
            return true;
        }
    }

    private static boolean isHubName(Path path) {
        return HUB_NAME.matcher(path.toString()).matches();
    }

    private static String withHome(String text) {
        String home = System.getProperty("user.home");
        if (text.equals(HOME)) {
            return home;
        }
        return text.startsWith(HOME + "/") ? home + text.substring(HOME.length()) : text;
    }
}
