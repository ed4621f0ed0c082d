package io.terge.cli;

import io.terge.cli.args.ProgressChoice;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.nio.file.Path;
import java.util.Optional;

/** The options that change nothing in the result of a merge: what is told of it. */
final class RunOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    @Option(
            names = "--lineage",
            paramLabel = "FILE",
            description = "Write how every merged parameter came about, as JSON.")
    private Optional<Path> lineage = Optional.empty();

    @Option(
            names = "--json-report",
            paramLabel = "FILE",
            description = "Write what the merge did and took, as JSON.")
    private Optional<Path> report = Optional.empty();

    @Option(
            names = "--progress",
            paramLabel = "auto|always|never",
            converter = ProgressChoice.Converter.class,
            defaultValue = "auto",
            description = "When to show a progress bar. Default: auto, only on a terminal.")
    private ProgressChoice progress = ProgressChoice.AUTO;

    /** Where a file about the merge is to be written. */
    Optional<Path> file(ResultKind kind) {
        return switch (kind) {
            case LINEAGE -> lineage;
            case REPORT -> report;
        };
    }

    /**
     * Checks that no two files about the merge have one place.
     *
     * @throws ParameterException if they have
     */
    void requireDifferentFiles() {
        if (lineage.isPresent() && lineage.map(RealPath::of).equals(report.map(RealPath::of))) {
            throw new ParameterException(
                    command.commandLine(),
                    "--lineage and --json-report are given the same file: " + report.get());
        }
    }

    boolean showsProgress(Terminal terminal) {
        return switch (progress) {
            case AUTO -> terminal.interactive().getAsBoolean();
            case ALWAYS -> true;
            case NEVER -> false;
        };
    }
}
