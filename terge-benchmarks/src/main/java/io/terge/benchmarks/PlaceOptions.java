package io.terge.benchmarks;

import picocli.CommandLine.Option;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where things are: the same for all programs that merge whole models. */
final class PlaceOptions {

    private static final Path MEMORY = Path.of("/dev/shm");

    @Option(
            names = "--folder",
            paramLabel = "DIR",
            description =
                    "Where the synthetic checkpoints are, and stay. Default: terge-benchmarks in"
                            + " the folder for temporary files.")
    private Path folder = Path.of(System.getProperty("java.io.tmpdir", "."), "terge-benchmarks");

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "Where the outputs go, one at a time. Default: /dev/shm/terge-bench where there"
                            + " is a /dev/shm, else a folder in --folder.")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--launcher",
            paramLabel = "FILE",
            description = "The terge command. Default: the one of this project.")
    private Path launcher = Path.of(System.getProperty("terge.launcher", "terge"));

    Path folder() {
        return folder;
    }

    Path out() {
        return out.orElseGet(
                () ->
                        Files.isDirectory(MEMORY)
                                ? MEMORY.resolve("terge-bench")
                                : folder.resolve("out"));
    }

    Path launcher() {
        return launcher.toAbsolutePath();
    }
}
