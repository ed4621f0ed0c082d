package io.terge.cli.text;

import io.terge.api.MergeReport;

import java.util.OptionalLong;

/**
 * How fast a merge was, and what it was given and took.
 *
 * @param bytesRead bytes of weights that were read
 * @param bytesWritten bytes of weights that were written
 * @param seconds how long it took, more than 0
 * @param peakMemory the peak of the process's resident memory, in bytes; empty if unknown
 * @param threads how many threads were allowed
 * @param maxMemory how many bytes of memory were allowed
 */
public record RunFigures(
        long bytesRead,
        long bytesWritten,
        double seconds,
        OptionalLong peakMemory,
        int threads,
        long maxMemory) {

    private static final double NANOS_IN_SECOND = 1e9;

    /** Returns the figures of a merge. */
    public static RunFigures of(MergeReport report, int threads, long maxMemory) {
        return new RunFigures(
                report.bytesRead(),
                report.bytesWritten(),
                Math.max(1, report.elapsed().toNanos()) / NANOS_IN_SECOND,
                report.peakMemory(),
                threads,
                maxMemory);
    }

    /** Bytes read and written in a second. */
    public long bytesPerSecond() {
        return Math.round((bytesRead + bytesWritten) / seconds);
    }
}
