package io.terge.engine.schedule;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What threads have had from disks, as Linux counts it. */
public final class DiskReads {

    private static final Path COUNTS = Path.of("/proc/thread-self/io");
    private static final String COUNT = "read_bytes: ";

    private DiskReads() {}

    /** Whether it is counted here. */
    public static boolean areCounted() {
        return Files.isReadable(COUNTS);
    }

    /**
     * How many bytes the calling thread has had from disks so far; what was in memory does not
     * count.
     *
     * @throws UncheckedIOException if it is not counted
     */
    public static long ofThisThread() {
        try {
            return Files.readAllLines(COUNTS).stream()
                    .filter(line -> line.startsWith(COUNT))
                    .mapToLong(line -> Long.parseLong(line.substring(COUNT.length())))
                    .findFirst()
                    .orElseThrow(() -> new IOException("No " + COUNT + "in " + COUNTS));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
