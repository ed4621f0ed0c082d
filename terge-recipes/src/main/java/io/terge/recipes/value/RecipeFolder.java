package io.terge.recipes.value;

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
public record RecipeFolder(Path folder) {

    private static final String HERE = ".";
    private static final String UP = "..";
    private static final String HOME = "~";

    /** Absolute paths with fewer directories in common are not written relative to each other. */
    private static final int NEAR = 2;

    private static final String PART = "[A-Za-z0-9_][A-Za-z0-9._-]*";
    private static final Pattern HUB_NAME =
            Pattern.compile("%1$s/%1$s(?:@%1$s(?:/%1$s)*)?".formatted(PART));

    /**
     * Returns the model that a text in the recipe means.
     *
     * @throws IllegalArgumentException if its settings are malformed
     */
    public ModelReference resolve(String text) {
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

    /** Returns the place that a text in the recipe means, where a model is to be written. */
    public ModelReference target(String text) {
        ModelReference reference = ModelReference.at(withHome(text));
        Optional<Path> path = reference.path().filter(given -> !given.isAbsolute());
        return path.map(this::resolve)
                .<ModelReference>map(
                        resolved -> ModelReference.at(resolved).withSettings(reference.settings()))
                .orElse(reference);
    }

    /** Returns the text that means a model in a recipe of this folder. */
    public String relativize(ModelReference reference) {
        Optional<Path> path = reference.path();
        if (path.isEmpty()) {
            return reference.describe();
        }
        Path own = path.get();
        if (isOnHub(own)) {
            return reference.describe();
        }
        Path written = relativize(own);
        boolean isLikeOnHub = !written.equals(own) && isHubName(written);
        return ModelReference.at(isLikeOnHub ? Path.of(HERE).resolve(written) : written)
                .withSettings(reference.settings())
                .describe();
    }

    /** Returns the text that means a place in a recipe of this folder; see {@link #target}. */
    public String relativizeTarget(ModelReference target) {
        return target.path()
                .map(path -> ModelReference.at(relativize(path)))
                .map(written -> written.withSettings(target.settings()))
                .orElse(target)
                .describe();
    }

    /** The path from the folder, such that {@link #resolve(String)} of it is the same path. */
    private Path relativize(Path path) {
        if (folder.toString().isEmpty()) {
            return path;
        }
        int common = path.isAbsolute() == folder.isAbsolute() ? namesInCommon(path) : 0;
        boolean isNear = common >= NEAR || path.startsWith(folder);
        if (path.isAbsolute() != folder.isAbsolute() || path.isAbsolute() && !isNear) {
            return path.toAbsolutePath();
        }
        Path written = path.subpath(common, path.getNameCount());
        if (common > 0 && written.startsWith(UP)) {
            return path.toAbsolutePath();
        }
        Path from = folder;
        for (int i = common; i < folder.getNameCount(); i++) {
            if (!canStepOut(from)) {
                return path.toAbsolutePath();
            }
            from = parentOf(from);
            written = Path.of(UP).resolve(written);
        }
        return written;
    }

    /** How many directories lead to both, not counting the last name of the path. */
    private int namesInCommon(Path path) {
        int most = Math.min(path.getNameCount() - 1, folder.getNameCount());
        int common = 0;
        while (common < most && path.getName(common).equals(folder.getName(common))) {
            common++;
        }
        return Math.max(common, 0);
    }

    private static Path parentOf(Path from) {
        Path parent = from.getParent();
        return parent == null ? Path.of("") : parent;
    }

    /** Returns the path that a relative path in the recipe means. */
    // "a/b" and "../c" are "a/../c", which is "c" unless "a/b" is a link to another place.
    public Path resolve(Path path) {
        Path from = folder;
        boolean isHere = path.startsWith(HERE) && path.getNameCount() > 1;
        Path rest =
                isHere && !folder.toString().isEmpty()
                        ? path.subpath(1, path.getNameCount())
                        : path;
        while (rest.startsWith(UP) && canStepOut(from)) {
            from = parentOf(from);
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

    /** Whether a path is a name as on the hub, because there is nothing at that path. */
    public static boolean isOnHub(Path path) {
        return isHubName(path) && Files.notExists(path);
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
