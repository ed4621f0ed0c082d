package io.terge.cli;

import io.terge.recipes.Recipe;
import io.terge.recipes.file.Recipes;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The options that change values of a recipe. */
final class RecipeValues {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description =
                    "Change a value of the recipe, such as dtype=bf16. Nested keys are joined by"
                            + " dots; a list has indexes for keys. May be repeated.")
    private List<String> sets = new ArrayList<>();

    @Option(
            names = "--var",
            paramLabel = "NAME=VALUE",
            description = "Replace $${NAME} in the recipe by this value. May be repeated.")
    private List<String> variables = new ArrayList<>();

    /**
     * Reads a recipe.
     *
     * @throws ParameterException if a variable has no name
     */
    Recipe read(Path file) {
        Map<String, String> values = new HashMap<>();
        for (String variable : variables) {
            int equals = variable.indexOf('=');
            if (equals <= 0) {
                throw new ParameterException(
                        command.commandLine(),
                        "--var: expected NAME=VALUE, got '%s'".formatted(variable));
            }
            values.put(variable.substring(0, equals), variable.substring(equals + 1));
        }
        return Recipes.read(file, values, sets);
    }

    /**
     * Checks that no value of a recipe is changed.
     *
     * @throws ParameterException if one is
     */
    void requireNone() {
        if (!sets.isEmpty() || !variables.isEmpty()) {
            throw new ParameterException(
                    command.commandLine(),
                    "%s requires a recipe, such as recipe.yml, in place of models"
                            .formatted(sets.isEmpty() ? "--var" : "--set"));
        }
    }
}
