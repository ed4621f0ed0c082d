package io.terge.cli;

import picocli.CommandLine.Command;

/** About recipes: merges written as files. */
@Command(
        name = "recipe",
        description = {
            "Show and convert recipes: merges written as files.",
            "To run one: terge merge RECIPE.yml --out OUT"
        },
        customSynopsis = "terge recipe COMMAND [ARGUMENTS]",
        commandListHeading = "%nCommands:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  terge recipe schema > recipe.schema.json",
            "  terge recipe convert mergekit.yml > recipe.yml"
        })
final class RecipeCommand {}
