package io.terge.cli;

import io.terge.cli.args.ByteSize;
import io.terge.cli.args.ThreadCount;
import io.terge.engine.TergeBuilder;

import picocli.CommandLine.Option;

import java.util.Optional;

/** The options that say how the engine works. */
final class EngineOptions {

    /** The launcher gives the JVM's heap this size, too. */
    private static final String DEFAULT_MEMORY = "512MB";

    @Option(
            names = "--threads",
            paramLabel = "N",
            converter = ThreadCount.class,
            description =
                    "How many threads work. The result is the same for any number. Default: one for"
                            + " each processor.")
    private Optional<Integer> threads = Optional.empty();

    @Option(
            names = "--max-memory",
            paramLabel = "SIZE",
            converter = ByteSize.Converter.class,
            defaultValue = DEFAULT_MEMORY,
            description =
                    "How much memory the numbers of a merge may take, such as 2GB or 64MiB; one"
                            + " that needs more is rejected. Default: "
                            + DEFAULT_MEMORY
                            + ".")
    private ByteSize maxMemory = new ByteSize(1);

    /** Sets an engine. */
    TergeBuilder set(TergeBuilder builder) {
        return builder.threads(threads())
                .maxMemory(maxMemory())
                // Whoever started the JVM has decided about it.
                .vectorCodeFrom(0);
    }

    /** How many threads may work. */
    int threads() {
        return threads.orElseGet(() -> Runtime.getRuntime().availableProcessors());
    }

    /** How many bytes of memory the numbers of a merge may take. */
    long maxMemory() {
        return maxMemory.bytes();
    }
}
