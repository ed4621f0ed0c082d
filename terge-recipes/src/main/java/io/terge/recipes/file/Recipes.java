package io.terge.recipes.file;

import io.terge.error.FailureReason;
import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.recipes.Recipe;
import io.terge.recipes.RecipeCode;
import io.terge.recipes.RecipeException;
import io.terge.recipes.RecipePlaces;
import io.terge.recipes.mergekit.ExpertsRecipe;
import io.terge.recipes.mergekit.MergekitRecipe;
import io.terge.recipes.own.OwnRecipe;
import io.terge.recipes.yaml.Node;
import io.terge.recipes.yaml.Place;
import io.terge.recipes.yaml.Problems;
import io.terge.recipes.yaml.YamlReader;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Reads recipes from files, terge's own and mergekit's.
 *
 * @since 0.1
 */
public final class Recipes {

    private static final long MOST_BYTES = 2_000_000;
    private static final String SCHEMA = "/io/terge/recipes/recipe.schema.json";

    private Recipes() {}

    /**
     * Reads a recipe.
     *
     * @param file YAML or JSON; paths in it start at its folder
     * @param variables what {@code ${NAME}} stands for, by name
     * @param sets changed values, each as {@code path.to.key=value}
     * @throws RecipeException with all that is wrong with it
     * @throws TergeException if the file cannot be read
     */
    public static Recipe read(Path file, Map<String, String> variables, List<String> sets) {
        Problems problems = new Problems();
        Place start = new Place(file.toString(), 1, 1);
        Optional<String> written = text(file, start, problems);
        List<Node> documents =
                written.map(text -> new YamlReader(file.toString(), problems).read(text))
                        .orElse(List.of());
        problems.throwIfAny();
        List<Node.Fields> changed = new ArrayList<>();
        for (Node document : new Sets(problems).applyToAll(sets, documents)) {
            switch (new Variables(variables, problems).replace(document)) {
                case Node.Fields fields -> changed.add(fields);
                case Node other ->
                        problems.add(
                                RecipeCode.RECIPE_UNREADABLE,
                                other.place(),
                                "A recipe must be a mapping, but was " + other.kind());
            }
        }
        if (documents.isEmpty()) {
            problems.add(RecipeCode.RECIPE_UNREADABLE, start, "The recipe is empty");
        }
        List<Recipe.Stage> stages =
                changed.isEmpty() ? List.of() : stages(changed, folder(file), problems);
        problems.throwIfAny();
        Recipe.Source source =
                new Recipe.Source(
                        RecipeKind.of(changed.getFirst(), problems).format(),
                        written.orElseThrow(),
                        changes(variables, sets));
        return new Recipe(
                stages,
                problems.notes(),
                Optional.of(source),
                new RecipePlaces(problems.models(), LayerPlaces.of(changed)));
    }

    private static List<String> changes(Map<String, String> variables, List<String> sets) {
        return Stream.concat(
                        sets.stream().map(set -> "--set " + set),
                        new TreeMap<>(variables)
                                .entrySet().stream().map(variable -> "--var " + variable))
                .toList();
    }

    private static List<Recipe.Stage> stages(
            List<Node.Fields> documents, Path folder, Problems problems) {
        Node.Fields first = documents.getFirst();
        return switch (RecipeKind.of(first, problems)) {
            case OWN -> {
                requireOne(documents, "list several merges under 'stages'", problems);
                yield OwnRecipe.read(first, folder, problems);
            }
            case MERGEKIT -> MergekitRecipe.read(documents, problems, folder);
            case EXPERTS -> {
                requireOne(documents, "write each mixture as a recipe of its own", problems);
                yield List.of(ExpertsRecipe.read(first, problems, folder));
            }
            case UNKNOWN -> List.of();
        };
    }

    private static void requireOne(List<Node.Fields> documents, String fix, Problems problems) {
        documents.stream()
                .skip(1)
                .forEach(
                        more ->
                                problems.add(
                                        RecipeCode.RECIPE_UNSUPPORTED,
                                        more.place(),
                                        "A recipe must be a single document",
                                        fix));
    }

    /**
     * Whether a file is a recipe by its name, or, if it is JSON, by its keys: models have files of
     * JSON, too. A recipe with mistakes is one; {@link #read} tells of them.
     */
    public static boolean isRecipe(Path file) {
        String name = String.valueOf(file.getFileName());
        if (name.endsWith(".yml") || name.endsWith(".yaml")) {
            return !Files.isDirectory(file);
        }
        if (!name.endsWith(".json") || !Files.isRegularFile(file)) {
            return false;
        }
        Problems ignored = new Problems();
        String text = text(file, new Place(name, 1, 1), ignored).orElse("");
        List<Node> documents = new YamlReader(name, ignored).read(text);
        return documents.isEmpty()
                ? RecipeKind.hasKeysOfRecipes(text)
                : documents.stream().anyMatch(RecipeKind::hasKeysOfRecipes);
    }

    /** Returns the JSON Schema of terge's recipes. */
    public static String schema() {
        try (InputStream in = Recipes.class.getResourceAsStream(SCHEMA)) {
            return new String(
                    Objects.requireNonNull(in, SCHEMA).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Optional<String> text(Path file, Place start, Problems problems) {
        try {
            if (Files.isRegularFile(file) && Files.size(file) > MOST_BYTES) {
                problems.add(
                        RecipeCode.RECIPE_UNREADABLE,
                        start,
                        "The file has %d bytes; a recipe has at most %d"
                                .formatted(Files.size(file), MOST_BYTES));
                return Optional.empty();
            }
            return Optional.of(Files.readString(file));
        } catch (CharacterCodingException notText) {
            problems.add(
                    RecipeCode.RECIPE_UNREADABLE,
                    start,
                    "Not UTF-8 text",
                    "save the recipe in UTF-8");
            return Optional.empty();
        } catch (IOException failure) {
            throw new TergeException(
                    Problem.of(
                            TergeCode.CANNOT_READ,
                            "Cannot read the recipe in %s: %s"
                                    .formatted(file, FailureReason.of(failure))),
                    failure);
        }
    }

    private static Path folder(Path file) {
        Path parent = file.getParent();
        return parent == null ? Path.of("") : parent;
    }
}
