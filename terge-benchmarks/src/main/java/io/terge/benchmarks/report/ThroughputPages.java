package io.terge.benchmarks.report;

import io.terge.benchmarks.report.ThroughputReport.Result;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Results of {@code MergeThroughput} as a page of tables and a picture: the command beside the
 * library, on all threads, for each method, each compared with a copy of its kind.
 *
 * @param results what was measured
 */
public record ThroughputPages(ThroughputResults results) {

    private static final String NAME = "throughput";
    private static final String PROCESS = ", process";
    private static final String COPY = "copy";

    /** What precedes rows of the tables where other documents quote them. */
    private static final String MARK = "<!-- figures: " + NAME + " -->";

    private record Line(Optional<Result> process, Optional<Result> warm) {}

    /** The pages of results that were kept in a folder. */
    public static ThroughputPages read(Path folder) {
        return new ThroughputPages(ThroughputResults.read(folder.resolve(NAME + ".json")));
    }

    /** Writes the results, the page and the picture into a folder. */
    public void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        JsonFile.write(folder.resolve(NAME + ".json"), results);
        Files.writeString(folder.resolve(NAME + ".md"), markdown());
        Files.writeString(folder.resolve(NAME + ".svg"), svg());
    }

    /** The page. */
    public String markdown() {
        StringBuilder page = new StringBuilder("# Throughput\n\n");
        page.append(
                """
                Made from [%1$s.json](%1$s.json) by `terge-benchmarks/run MergeThroughput`; see
                [terge-benchmarks](../../terge-benchmarks/README.md).

                %2$s. %3$s of %4$d rounds%5$s.

                ![](%1$s.svg)
                """
                        .formatted(
                                NAME,
                                results.machine().line(),
                                results.rounds() == 1 ? "Times" : "Medians",
                                results.rounds(),
                                results.cold() ? ", inputs read from the disk" : ""));
        for (ThroughputReport report : results.merges()) {
            page.append(
                    """

                    ## %s

                    | seconds | process, from start to exit | x copy | in a warmed-up JVM | x copy |
                    |---|---|---|---|---|
                    """
                            .formatted(title(report)));
            Map<String, Line> lines = lines(report);
            Line copy = lines.getOrDefault(COPY, new Line(Optional.empty(), Optional.empty()));
            lines.forEach((name, line) -> page.append(row(name, line, copy)));
        }
        return page.toString();
    }

    private static String row(String name, Line line, Line copy) {
        return "| %s | %s | %s | %s | %s |\n"
                .formatted(
                        described(name),
                        seconds(line.process()),
                        ratio(line.process(), copy.process()),
                        seconds(line.warm()),
                        ratio(line.warm(), copy.warm()));
    }

    private static String described(String name) {
        return switch (name) {
            case COPY -> "plain copy of the same bytes";
            case "read" -> "plain read of the inputs";
            case "torch" -> "the same mean as a script of PyTorch";
            default -> "`" + method(name) + "`";
        };
    }

    private static String method(String name) {
        return name.equals("merge") ? "arithmetic" : name.substring(name.indexOf(' ') + 1);
    }

    private static String seconds(Optional<Result> result) {
        return result.map(found -> Table.number(found.median(), 2)).orElse("");
    }

    private static String ratio(Optional<Result> result, Optional<Result> copy) {
        return result.isPresent() && copy.isPresent()
                ? Table.number(result.get().median() / copy.get().median(), 2)
                : "";
    }

    /** The picture. */
    public String svg() {
        List<Bars> groups = new ArrayList<>();
        for (ThroughputReport report : results.merges()) {
            List<Bars.Line> bars = new ArrayList<>();
            lines(report)
                    .forEach(
                            (name, line) ->
                                    bars.add(
                                            new Bars.Line(
                                                    described(name).replace("`", ""),
                                                    median(line.process()),
                                                    median(line.warm()))));
            groups.add(new Bars("%s, seconds".formatted(report.dtype()), bars));
        }
        String first = results.merges().isEmpty() ? "" : ": " + title(results.merges().getFirst());
        return Chart.ofBars("terge merge" + first, results.machine().line(), groups);
    }

    private static OptionalDouble median(Optional<Result> result) {
        return result.map(found -> OptionalDouble.of(found.median()))
                .orElse(OptionalDouble.empty());
    }

    private static String title(ThroughputReport report) {
        return "%d models of %s million parameters in %s, %s GB read, %s GB written"
                .formatted(
                        report.models(),
                        Table.number(report.parametersPerModel() / 1e6, 0),
                        report.dtype(),
                        Table.number(report.bytesRead() / 1e9, 1),
                        Table.number(report.bytesWritten() / 1e9, 1));
    }

    // What ran on all threads, by the name that a process and the library have in common.
    private static Map<String, Line> lines(ThroughputReport report) {
        int threads = report.results().stream().mapToInt(Result::threads).max().orElse(1);
        Map<String, Line> lines = new LinkedHashMap<>();
        for (Result result : report.results()) {
            boolean isPart = result.name().endsWith("without start");
            if (result.threads() == threads && !isPart) {
                boolean isProcess = result.name().endsWith(PROCESS);
                String name = result.name().replace(PROCESS, "");
                Line before =
                        lines.getOrDefault(name, new Line(Optional.empty(), Optional.empty()));
                lines.put(
                        name,
                        isProcess
                                ? new Line(Optional.of(result), before.warm())
                                : new Line(before.process(), Optional.of(result)));
            }
        }
        return lines;
    }

    /**
     * Returns a document with the rows that it quotes as they are now. Quoted rows follow {@value
     * #MARK}, and are known by their first cell.
     *
     * @throws IllegalArgumentException if the page has no row that is quoted
     */
    public String quotedIn(String document) {
        Map<String, String> rows = new LinkedHashMap<>();
        markdown()
                .lines()
                .filter(line -> line.startsWith("| "))
                .forEach(r -> rows.putIfAbsent(key(r), r));
        List<String> lines = new ArrayList<>();
        boolean isQuote = false;
        for (String line : document.split("\n", -1)) {
            if (line.equals(MARK)) {
                isQuote = true;
            } else if (!line.isEmpty() && !line.startsWith("|")) {
                isQuote = false;
            }
            lines.add(isQuote && line.startsWith("| ") ? quoted(line, rows) : line);
        }
        return String.join("\n", lines);
    }

    private static String quoted(String line, Map<String, String> rows) {
        String row = rows.get(key(line));
        if (row == null) {
            throw new IllegalArgumentException("No such row in the results: " + line);
        }
        return row;
    }

    private static String key(String row) {
        return row.split("\\|")[1].strip();
    }
}
