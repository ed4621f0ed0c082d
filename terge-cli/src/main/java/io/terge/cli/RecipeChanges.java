package io.terge.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The options that are given beside a recipe and change what it says. */
final class RecipeChanges {

    /** What takes precedence over a recipe. */
    private static final Set<String> CHANGING =
            Set.of(
                    "--dtype",
                    "--shard-size",
                    "--non-finite",
                    "--strict",
                    "--seed",
                    "--pickle",
                    "--copy",
                    "--chat-template",
                    "--no-card",
                    "--output-adapter",
                    "--vocabulary");

    private RecipeChanges() {}

    /** Those of a command, each as on the command line. */
    static List<String> in(CommandSpec command) {
        return command.commandLine().getParseResult().matchedOptions().stream()
                .filter(option -> CHANGING.contains(option.longestName()))
                .flatMap(RecipeChanges::asTyped)
                .distinct()
                .toList();
    }

    private static Stream<String> asTyped(OptionSpec option) {
        return option.arity().max() == 0
                ? Stream.of(option.longestName())
                : option.originalStringValues().stream()
                        .map(value -> option.longestName() + " " + value);
    }
}
