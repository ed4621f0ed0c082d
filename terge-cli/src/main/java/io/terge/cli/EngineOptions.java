package io.terge.cli;

import io.terge.cli.args.ByteSize;
import io.terge.cli.args.ThreadCount;
import io.terge.engine.TergeBuilder;

import picocli.CommandLine.Option;

import java.util.Optional;

/** The options that say how the engine works. */
final class EngineOptions {

    /** The launcher sizes the heap of the JVM for the same default. */
    private static final String DEFAULT_MEMORY = "512MB";

    @Option(
            names = "--threads",
            paramLabel = "N",
            converter = ThreadCount.class,
            description =
                    "The number of threads; the output is the same for any number. Default: one per"
                            + " processor.")
    private Optional<Integer> threads = Optional.empty();

    @Option(
            names = "--max-memory",
            paramLabel = "SIZE",
            converter = ByteSize.Converter.class,
            defaultValue = DEFAULT_MEMORY,
            description =
                    "The memory limit for tensor data, such as 2GB or 64MiB; a merge that needs"
                            + " more is rejected. Default: "
                            + DEFAULT_MEMORY
                            + ".")
    private ByteSize maxMemory = new ByteSize(1);

    /** Sets an engine. */
    TergeBuilder set(TergeBuilder builder) {
        return builder.threads(threads())
                .maxMemory(maxMemory())
                // The launcher has decided whether the JVM has vector code.
                .vectorCodeFrom(0);
    }

    /** The number of threads. */
    int threads() {
        return threads.orElseGet(() -> Runtime.getRuntime().availableProcessors());
    }

    /** The memory limit for tensors, in bytes. */
    long maxMemory() {
        return maxMemory.bytes();
    }
}
