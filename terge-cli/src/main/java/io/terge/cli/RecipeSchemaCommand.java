package io.terge.cli;

import io.terge.recipes.file.Recipes;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.util.concurrent.Callable;

/** Prints the JSON Schema of recipes. */
@Command(
        name = "schema",
        description = {
            "Print the JSON Schema of recipes.",
            "With it, editors complete keys and check values."
        },
        customSynopsis = "terge recipe schema",
        footerHeading = "%nExamples:%n",
        footer = "  terge recipe schema > recipe.schema.json")
final class RecipeSchemaCommand implements Callable<Integer> {

    @Spec private CommandSpec command = CommandSpec.create();

    @Override
    public Integer call() {
        command.commandLine().getOut().print(Recipes.schema());
        return ExitStatus.DONE.code();
    }
}
