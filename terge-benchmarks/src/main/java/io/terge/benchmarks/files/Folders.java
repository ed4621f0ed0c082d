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

    /**
     * Sees that a folder, which is made if it is missing, has room for so many bytes.
     *
     * @throws IOException if it has not, or cannot be made
     */
    public static void requireSpace(Path folder, long bytes) throws IOException {
        long free = Files.getFileStore(Files.createDirectories(folder)).getUsableSpace();
        if (free < bytes) {
            throw new IOException(
                    "%s has room for %.1f GB, but %.1f GB are to be written"
                            .formatted(folder, free / 1e9, bytes / 1e9));
        }
    }

    /** Whether what is written to a folder stays in memory. */
    public static boolean isInMemory(Path folder) throws IOException {
        return List.of("tmpfs", "ramfs").contains(Files.getFileStore(folder).type());
    }
}
