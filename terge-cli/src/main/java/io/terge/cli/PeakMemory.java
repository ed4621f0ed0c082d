package io.terge.cli;

import io.terge.api.MergeListener;
import io.terge.api.MergePlan;
import io.terge.api.MergeProgress;
import io.terge.api.MergeReport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Looks now and then, as a merge goes on, how much memory the process takes, and keeps the largest
 * figure. On Linux that is its anonymous memory: heap, stacks and buffers, but no pages of files,
 * which the system takes back when it needs them. Elsewhere it is what the heap holds.
 */
final class PeakMemory implements MergeListener {

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String FIELD = "RssAnon:";
    private static final int KIBIBYTE = 1024;

    private long bytes;

    /** The most that was seen, in bytes. */
    long bytes() {
        return bytes;
    }

    @Override
    public void started(MergePlan plan) {
        look();
    }

    @Override
    public void progressed(MergeProgress progress) {
        look();
    }

    @Override
    public void finished(MergeReport report) {
        look();
    }

    /** Returns a listener that looks, and tells another one all that it is told. */
    MergeListener and(MergeListener other) {
        return new MergeListener() {
            @Override
            public void started(MergePlan plan) {
                PeakMemory.this.started(plan);
                other.started(plan);
            }

            @Override
            public void progressed(MergeProgress progress) {
                PeakMemory.this.progressed(progress);
                other.progressed(progress);
            }

            @Override
            public void finished(MergeReport report) {
                PeakMemory.this.finished(report);
                other.finished(report);
            }
        };
    }

    private void look() {
        bytes = Math.max(bytes, now());
    }

    private static long now() {
        try {
            for (String line : Files.readAllLines(STATUS)) {
                if (line.startsWith(FIELD)) {
                    String kibibytes = line.substring(FIELD.length()).replace("kB", "").strip();
                    return Long.parseLong(kibibytes) * KIBIBYTE;
                }
            }
        } catch (IOException otherSystem) {
            // Falls through to what every JVM knows.
        }
        Runtime jvm = Runtime.getRuntime();
        return jvm.totalMemory() - jvm.freeMemory();
    }
}
