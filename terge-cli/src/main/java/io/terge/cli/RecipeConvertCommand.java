package io.terge.cli;

import io.terge.cli.args.HomePath;
import io.terge.cli.text.ReportText;
import io.terge.recipes.Recipe;
import io.terge.recipes.own.RecipeWriter;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.nio.file.Path;
import java.util.concurrent.Callable;

/** Prints any recipe as one of terge. */
@Command(
        name = "convert",
        sortOptions = false,
        description = {
            "Print a recipe, such as one of mergekit, as a recipe of terge.",
            "Paths in it start at the directory of the given recipe."
        },
        customSynopsis = "terge recipe convert RECIPE.yml [OPTIONS]",
        footerHeading = "%nExamples:%n",
        footer = "  terge recipe convert mergekit.yml > recipe.yml")
final class RecipeConvertCommand implements Callable<Integer> {

    @Spec private CommandSpec command = CommandSpec.create();

    @Parameters(
            paramLabel = "RECIPE",
            converter = HomePath.class,
            description = "The recipe, in YAML or JSON.")
    private Path file = Path.of("");

    @Mixin private RecipeValues values = new RecipeValues();

    @Override
    public Integer call() {
        Recipe recipe = values.read(file);
        ReportText.printNotes(recipe.notes(), command.commandLine().getErr());
        command.commandLine()
                .getOut()
                .print(RecipeWriter.write(recipe, RecipeOptions.folder(file)));
        return ExitStatus.DONE.code();
    }
}
