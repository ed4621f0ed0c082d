package io.terge.cli;

import io.terge.api.MergeListener;
import io.terge.api.MergePlan;
import io.terge.api.MergeProgress;
import io.terge.api.MergeReport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Samples the memory of the process while a merge runs, and keeps the largest figure. On Linux that
 * is its anonymous memory: heap, stacks and buffers, but no pages of files, which the system
 * reclaims when it needs them. Elsewhere it is the used heap.
 */
final class PeakMemory implements MergeListener {

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String FIELD = "RssAnon:";
    private static final int KIBIBYTE = 1024;

    private long bytes;

    /** The largest sample, in bytes. */
    long bytes() {
        return bytes;
    }

    @Override
    public void started(MergePlan plan) {
        sample();
    }

    @Override
    public void progressed(MergeProgress progress) {
        sample();
    }

    @Override
    public void finished(MergeReport report) {
        sample();
    }

    /** Returns a listener that samples, and passes everything on to another one. */
    MergeListener and(MergeListener other) {
        return new MergeListener() {
            @Override
            public void opening(String doing, long done, long total) {
                other.opening(doing, done, total);
            }

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

            @Override
            public void failed(RuntimeException failure) {
                other.failed(failure);
            }
        };
    }

    private void sample() {
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
