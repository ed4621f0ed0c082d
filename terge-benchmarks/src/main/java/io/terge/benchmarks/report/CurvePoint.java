package io.terge.benchmarks.report;

import io.terge.benchmarks.run.Series;

import java.util.List;
import java.util.OptionalLong;

/**
 * What merges of one size took.
 *
 * @param parameters the parameters of one model
 * @param models how many models
 * @param bytes what is read and written, in bytes
 * @param median the median of the times, in seconds
 * @param peakAnonymousBytes the most memory without mapped files
 * @param seconds all times
 */
public record CurvePoint(
        long parameters,
        int models,
        long bytes,
        double median,
        OptionalLong peakAnonymousBytes,
        List<Double> seconds) {

    /** Makes a point of runs. */
    public static CurvePoint of(long parameters, int models, long bytesPerModel, Series runs) {
        return new CurvePoint(
                parameters,
                models,
                (models + 1) * bytesPerModel,
                runs.median(),
                runs.peakAnonymous(),
                runs.seconds());
    }

    /** Points as a table. */
    public static String table(List<CurvePoint> points) {
        Table table =
                new Table(
                        "million parameters",
                        "models",
                        "GB moved",
                        "median s",
                        "GB/s",
                        "anonymous memory MB");
        for (CurvePoint point : points) {
            table.row(
                    Table.number(point.parameters() / 1e6, 0),
                    Integer.toString(point.models()),
                    Table.number(point.bytes() / 1e9, 2),
                    Table.number(point.median(), 2),
                    Table.number(point.bytes() / point.median() / 1e9, 2),
                    Table.megabytes(point.peakAnonymousBytes()));
        }
        return table.text();
    }
}
