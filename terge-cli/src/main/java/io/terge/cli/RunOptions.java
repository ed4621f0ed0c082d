package io.terge.cli;

import io.terge.cli.args.ProgressChoice;

import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.Optional;

/** The options that change nothing in the result of a merge: what is told of it. */
final class RunOptions {

    @Option(
            names = "--lineage",
            paramLabel = "FILE",
            description = "Write how every merged parameter came about, as JSON.")
    private Optional<Path> lineage = Optional.empty();

    @Option(
            names = "--progress",
            paramLabel = "auto|always|never",
            converter = ProgressChoice.Converter.class,
            defaultValue = "auto",
            description = "When to show a progress bar. Default: auto, only on a terminal.")
    private ProgressChoice progress = ProgressChoice.AUTO;

    Optional<Path> lineage() {
        return lineage;
    }

    boolean showsProgress(Terminal terminal) {
        return switch (progress) {
            case AUTO -> terminal.interactive().getAsBoolean();
            case ALWAYS -> true;
            case NEVER -> false;
        };
    }
}
