package io.terge.benchmarks.report;

import io.terge.tensor.DType;

import org.openjdk.jmh.results.RunResult;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * How plain and vector code compare with copies of the same bytes.
 *
 * @param machine where it was measured
 * @param rows what was measured
 */
public record KernelReport(Machine machine, List<Row> rows) {

    /**
     * One verb on one type, in nanoseconds for each element of a model.
     *
     * @param verb what was done
     * @param type how the elements are stored
     * @param scalar plain code
     * @param vector vector code
     * @param copy a copy of the same bytes
     */
    public record Row(String verb, String type, double scalar, double vector, double copy) {}

    public static KernelReport of(Machine machine, Collection<RunResult> results) {
        List<Row> rows = new ArrayList<>();
        for (RunResult result : results) {
            if ("scalar".equals(result.getParams().getParam("code"))) {
                rows.add(row(verb(result), result.getParams().getParam("type"), results));
            }
        }
        return new KernelReport(machine, rows);
    }

    private static Row row(String verb, String type, Collection<RunResult> results) {
        String size = Integer.toString(DType.named(type).bits() / 8);
        return new Row(
                verb,
                type,
                score(results, verb, "type", type, "code", "scalar"),
                score(results, verb, "type", type, "code", "vector"),
                score(results, verb, "size", size, "size", size));
    }

    private static double score(
            Collection<RunResult> results,
            String verb,
            String name,
            String value,
            String otherName,
            String otherValue) {
        return results.stream()
                .filter(result -> verb(result).equals(verb))
                .filter(result -> value.equals(result.getParams().getParam(name)))
                .filter(result -> otherValue.equals(result.getParams().getParam(otherName)))
                .mapToDouble(result -> result.getPrimaryResult().getScore())
                .findFirst()
                .orElse(Double.NaN);
    }

    private static String verb(RunResult result) {
        String name = result.getParams().getBenchmark();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** The report for people. */
    public String text() {
        Table table = new Table("ns per element", "scalar", "vector", "copy", "vector / copy");
        for (Row row : rows) {
            table.row(
                    row.verb() + " " + row.type(),
                    Table.number(row.scalar(), 3),
                    Table.number(row.vector(), 3),
                    Table.number(row.copy(), 3),
                    Table.number(row.vector() / row.copy(), 2));
        }
        return table.text();
    }
}
