package io.terge.benchmarks.report;

import io.terge.benchmarks.run.Series;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * How merge methods compare with the default one.
 *
 * @param dtype the type of the weights
 * @param parametersPerModel how many numbers each checkpoint has
 * @param results what was measured
 */
public record MethodReport(String dtype, long parametersPerModel, List<Result> results) {

    /**
     * What was measured of one method.
     *
     * @param name what it is called
     * @param checkpoints how many checkpoints it read
     * @param median the median of the times, in seconds
     * @param min the shortest
     * @param ratio the median as a multiple of that of {@code arithmetic}
     * @param peakAnonymousBytes the most memory without mapped files
     * @param seconds all times
     */
    public record Result(
            String name,
            int checkpoints,
            double median,
            double min,
            double ratio,
            OptionalLong peakAnonymousBytes,
            List<Double> seconds) {}

    /**
     * Makes the report.
     *
     * @param all what was measured; the first is the method that others are compared with
     * @param checkpoints how many checkpoints each of them read, by name
     */
    public static MethodReport of(
            String dtype, long parameters, List<Series> all, Map<String, Integer> checkpoints) {
        double first = all.getFirst().median();
        List<Result> results =
                all.stream()
                        .map(
                                series ->
                                        result(
                                                series,
                                                first,
                                                checkpoints.getOrDefault(series.name(), 0)))
                        .toList();
        return new MethodReport(dtype, parameters, results);
    }

    /**
     * Joins reports of methods that ran beside the default one, each in a process of its own.
     *
     * @param reports of each method; the first result of each is of the default one
     */
    public static MethodReport joined(List<MethodReport> reports) {
        List<Result> results = new ArrayList<>(List.of(reports.getFirst().results().getFirst()));
        for (MethodReport report : reports) {
            results.addAll(report.results().subList(1, report.results().size()));
        }
        return new MethodReport(
                reports.getFirst().dtype(), reports.getFirst().parametersPerModel(), results);
    }

    private static Result result(Series series, double first, int checkpoints) {
        return new Result(
                series.name(),
                checkpoints,
                series.median(),
                series.min(),
                series.median() / first,
                series.peakAnonymous(),
                series.seconds());
    }

    /** The report for people. */
    public String text() {
        Table table =
                new Table(
                        "",
                        "checkpoints",
                        "median s",
                        "min s",
                        "x arithmetic",
                        "anonymous memory MB");
        for (Result result : results) {
            table.row(
                    result.name(),
                    Integer.toString(result.checkpoints()),
                    Table.number(result.median(), 3),
                    Table.number(result.min(), 3),
                    Table.number(result.ratio(), 2),
                    Table.megabytes(result.peakAnonymousBytes()));
        }
        return ("Checkpoints of %s million parameters, %s, one of them the base where a method"
                        + " needs one%n%s")
                .formatted(Table.number(parametersPerModel / 1e6, 0), dtype, table.text());
    }
}
