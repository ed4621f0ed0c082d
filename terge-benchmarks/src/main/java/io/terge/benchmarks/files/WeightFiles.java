package io.terge.benchmarks.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of a model directory that hold weights. */
public final class WeightFiles {

    private WeightFiles() {}

    /** Returns them in the order of their names. */
    public static List<Path> in(Path model) throws IOException {
        try (Stream<Path> files = Files.list(model)) {
            return files.filter(file -> file.toString().endsWith(".safetensors")).sorted().toList();
        }
    }
}
