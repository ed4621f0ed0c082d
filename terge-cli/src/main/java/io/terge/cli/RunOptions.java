package io.terge.cli;

import io.terge.api.MergeListener;
import io.terge.cli.args.ProgressChoice;

import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The options that change nothing in the output of a merge: what is reported about it. */
final class RunOptions {

    @Option(
            names = "--lineage",
            paramLabel = "FILE",
            description =
                    "Write the lineage to this file as JSON: how each parameter was computed.")
    private Optional<Path> lineage = Optional.empty();

    @Option(
            names = "--json-report",
            paramLabel = "FILE",
            description =
                    "Write a report to this file as JSON: what the merge did, its duration and its"
                            + " peak memory.")
    private Optional<Path> report = Optional.empty();

    @Option(
            names = "--progress",
            paramLabel = "auto|always|never",
            converter = ProgressChoice.Converter.class,
            defaultValue = "auto",
            description = "When to show a progress bar. Default: auto, only on a terminal.")
    private ProgressChoice progress = ProgressChoice.AUTO;

    /** The files about the merge that are asked for. */
    Map<ResultKind, Path> files() {
        Map<ResultKind, Path> files = new EnumMap<>(ResultKind.class);
        lineage.ifPresent(file -> files.put(ResultKind.LINEAGE, file));
        report.ifPresent(file -> files.put(ResultKind.REPORT, file));
        return files;
    }

    /** Does some work and shows its progress, if it is to be shown. */
    <T> T withProgress(Terminal terminal, Function<MergeListener, T> work) {
        if (!showsProgress(terminal)) {
            return work.apply(MergeListener.none());
        }
        try (ProgressDisplay display = new ProgressDisplay(terminal.err(), terminal.columns())) {
            return work.apply(display);
        }
    }

    private boolean showsProgress(Terminal terminal) {
        return switch (progress) {
            case AUTO -> terminal.interactive().getAsBoolean();
            case ALWAYS -> true;
            case NEVER -> false;
        };
    }
}
