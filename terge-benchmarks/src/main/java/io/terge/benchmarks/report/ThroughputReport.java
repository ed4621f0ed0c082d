package io.terge.benchmarks.report;

import io.terge.benchmarks.run.Series;

import java.util.List;
import java.util.OptionalLong;

/**
 * How merges of one kind of checkpoints compare with the copy.
 *
 * @param dtype the type of the weights
 * @param models how many models
 * @param parametersPerModel how many numbers each has
 * @param bytesRead bytes of weights that every contender reads
 * @param bytesWritten bytes of weights that it writes
 * @param results what was measured
 */
public record ThroughputReport(
        String dtype,
        int models,
        long parametersPerModel,
        long bytesRead,
        long bytesWritten,
        List<Result> results) {

    /**
     * What was measured of one contender.
     *
     * @param name what it is called
     * @param threads on how many threads it ran
     * @param median the median of the times, in seconds
     * @param min the shortest
     * @param timesCopy the median as a multiple of the copy's on all threads
     * @param gigabytesPerSecond bytes read and written in a second, of the median
     * @param peakAnonymousBytes the most memory without mapped files
     * @param seconds all times
     */
    public record Result(
            String name,
            int threads,
            double median,
            double min,
            double timesCopy,
            double gigabytesPerSecond,
            OptionalLong peakAnonymousBytes,
            List<Double> seconds) {}

    /**
     * Makes the report.
     *
     * @param all what was measured; the first is the copy that others are compared with
     */
    public static ThroughputReport of(
            String dtype, int models, long parameters, long bytesPerModel, List<Series> all) {
        double copy = all.getFirst().median();
        long read = models * bytesPerModel;
        List<Result> results =
                all.stream().map(series -> result(series, copy, read + bytesPerModel)).toList();
        return new ThroughputReport(dtype, models, parameters, read, bytesPerModel, results);
    }

    private static Result result(Series series, double copy, long bytes) {
        return new Result(
                series.name(),
                series.threads(),
                series.median(),
                series.min(),
                series.median() / copy,
                bytes / series.median() / 1e9,
                series.peakAnonymous(),
                series.seconds());
    }

    /** The report for people. */
    public String text() {
        Table table =
                new Table(
                        "",
                        "threads",
                        "median s",
                        "min s",
                        "x copy",
                        "GB/s",
                        "anonymous memory MB");
        for (Result result : results) {
            table.row(
                    result.name(),
                    Integer.toString(result.threads()),
                    Table.number(result.median(), 3),
                    Table.number(result.min(), 3),
                    Table.number(result.timesCopy(), 2),
                    Table.number(result.gigabytesPerSecond(), 2),
                    Table.megabytes(result.peakAnonymousBytes()));
        }
        return ("%d models of %s million parameters, %s: %s GB read, %s GB written%n"
                        + "%sMemory of what is not a process of its own is that of this program.%n")
                .formatted(
                        models,
                        Table.number(parametersPerModel / 1e6, 0),
                        dtype,
                        Table.number(bytesRead / 1e9, 2),
                        Table.number(bytesWritten / 1e9, 2),
                        table.text());
    }
}
