package io.terge.cli;

import io.terge.api.MergeRequest;
import io.terge.cli.text.ReportText;
import io.terge.error.Problem;
import io.terge.recipes.Recipe;
import io.terge.recipes.file.RecipeTexts;
import io.terge.recipes.own.RecipeWriter;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/** The options about recipes: those that are read, and the one that is written. */
final class RecipeOptions {

    /** What a recipe says itself. */
    private static final Set<String> NOT_WITH_RECIPE =
            Set.of(
                    "--base",
                    "--method",
                    "--weights",
                    "--option",
                    "--include",
                    "--exclude",
                    "--rename",
                    "--adapter",
                    "--layer-pattern",
                    "--vocabulary",
                    "--pad-vocabulary");

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    @Mixin private RecipeValues values = new RecipeValues();

    @Option(
            names = "--save-recipe",
            paramLabel = "FILE",
            description = "Write what is merged, and how, to this file as a recipe in YAML.")
    private Optional<Path> saved = Optional.empty();

    private Optional<Recipe> recipe = Optional.empty();

    /**
     * Reads the recipe in a file, and prints its notes.
     *
     * @throws ParameterException if other arguments contradict it
     */
    Recipe read(Path file) {
        List<String> contradicting =
                PlanArguments.names(command).filter(NOT_WITH_RECIPE::contains).toList();
        if (!contradicting.isEmpty()) {
            throw new ParameterException(
                    command.commandLine(),
                    "%s cannot be combined with a recipe, which says what to merge and how; to change a value of it, use --set, such as --set method=ties"
                            .formatted(String.join(", ", contradicting)));
        }
        Recipe read = values.read(file);
        recipe = Optional.of(read);
        ReportText.printNotes(read.notes(), command.commandLine().getErr());
        return read;
    }

    /** Returns a request with the recipe that was read for it, or with its own. */
    MergeRequest described(MergeRequest request) {
        return recipe.flatMap(Recipe::source)
                .map(source -> RecipeTexts.describe(request, source, RecipeChanges.in(command)))
                .orElseGet(() -> RecipeTexts.describeInLineage(request));
    }

    /** A problem, with the place in the recipe of the model or the layers that it is about. */
    Problem placed(Problem problem) {
        return recipe.map(read -> read.placed(problem)).orElse(problem);
    }

    /**
     * Checks that no value of a recipe is changed.
     *
     * @throws ParameterException if one is
     */
    void requireNoValues() {
        values.requireNone();
    }

    /** The file that a recipe is written to, if one is. */
    Optional<Path> savedFile() {
        return saved;
    }

    /**
     * The recipe of a request, if it is to be written.
     *
     * @param output what is said about the output, of which the request has nothing without one
     */
    Optional<SavedRecipe> toSave(MergeRequest request, OutputOptions output) {
        SortedMap<String, String> ofRecipe =
                recipe.map(read -> read.result().targetSettings())
                        .orElse(Collections.emptySortedMap());
        return saved.map(
                file -> {
                    Recipe written = Recipe.of(request);
                    Recipe complete =
                            output.isGiven()
                                    ? written
                                    : written.withTargetSettings(output.settings(ofRecipe));
                    return new SavedRecipe(file, RecipeWriter.write(complete, folder(file)));
                });
    }

    /** The folder in which a recipe is, as its file is given. */
    static Path folder(Path file) {
        Path parent = file.getParent();
        return parent == null ? Path.of("") : parent;
    }
}
