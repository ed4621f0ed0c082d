package io.terge.benchmarks.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The most anonymous memory that a process was seen to have: heap, stacks and buffers, but no pages
 * of files, which the system takes back when it needs them. Linux only.
 */
final class PeakMemory {

    static final int MILLISECONDS_BETWEEN_SAMPLES = 20;

    private static final String FIELD = "RssAnon:";

    private final Path status;
    private volatile long peak = -1;

    PeakMemory(long process) {
        this.status = Path.of("/proc", Long.toString(process), "status");
    }

    /** Looks again and again until it is done, from one thread. */
    void sampleUntil(CountDownLatch done) {
        try {
            do {
                sample();
            } while (!done.await(MILLISECONDS_BETWEEN_SAMPLES, TimeUnit.MILLISECONDS));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Looks once. */
    void sample() {
        try {
            for (String line : Files.readString(status).split("\n")) {
                if (line.startsWith(FIELD)) {
                    String kibibytes = line.substring(FIELD.length()).replace("kB", "").strip();
                    peak = Math.max(peak, Long.parseLong(kibibytes) * 1024);
                }
            }
        } catch (IOException gone) {
            return; // The process has ended, or the system has no such file.
        }
    }

    OptionalLong peak() {
        return peak < 0 ? OptionalLong.empty() : OptionalLong.of(peak);
    }
}
