package io.terge.benchmarks.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What is done to whole folders. */
public final class Folders {

    private Folders() {}

    /** Deletes a folder and all that is in it; does nothing if it is not there. */
    public static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> files = Files.walk(folder)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.delete(path);
        }
    }

    /** Whether what is written to a folder stays in memory. */
    public static boolean isInMemory(Path folder) throws IOException {
        return List.of("tmpfs", "ramfs").contains(Files.getFileStore(folder).type());
    }
}
