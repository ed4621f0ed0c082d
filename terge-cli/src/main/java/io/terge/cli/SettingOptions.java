package io.terge.cli;

import io.terge.cli.args.PickleChoice;

import picocli.CommandLine.Option;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The options that are settings of adapters, for all models that a command opens. */
final class SettingOptions {

    @Option(
            names = "--pickle",
            paramLabel = "MODE",
            converter = PickleChoice.class,
            description =
                    "How to handle pickled objects other than weights in PyTorch files: lax, the"
                            + " default, leaves them out with a warning; strict rejects the file."
                            + " Neither executes code.")
    private Optional<String> pickle = Optional.empty();

    /** The settings by name; those that are not given are not in it. */
    SortedMap<String, String> byName() {
        SortedMap<String, String> settings = new TreeMap<>();
        pickle.ifPresent(choice -> settings.put("pickle", choice));
        return Collections.unmodifiableSortedMap(settings);
    }
}
