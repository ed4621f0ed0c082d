package io.terge.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.terge.benchmarks.run.Series;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

import javax.xml.parsers.DocumentBuilderFactory;

class ReportTest {

    private final ThroughputReport report =
            ThroughputReport.of(
                    "BF16",
                    3,
                    1_000_000,
                    2_000_000,
                    List.of(
                            new Series("copy", 2, List.of(0.4, 0.1, 0.2), OptionalLong.empty()),
                            new Series(
                                    "merge", 2, List.of(0.3, 0.5), OptionalLong.of(96_000_000))));

    @TempDir private Path folder = Path.of("");

    @Test
    void theTableComparesWithTheCopy() {
        assertThat(report.text().lines().map(line -> line.strip().split(" {2,}")))
                .contains(new String[] {"copy", "2", "0.200", "0.100", "1.00", "0.04", "-"})
                .contains(new String[] {"merge", "2", "0.400", "0.300", "2.00", "0.02", "96"});
    }

    @Test
    void methodsAreComparedWithTheFirst() {
        MethodReport methods =
                MethodReport.of(
                        "BF16",
                        1_000_000,
                        List.of(
                                new Series("arithmetic", 2, List.of(0.5), OptionalLong.empty()),
                                new Series(
                                        "ties", 2, List.of(1.5, 2.0), OptionalLong.of(70_000_000))),
                        Map.of("arithmetic", 3, "ties", 2));
        assertThat(methods.text().lines().map(line -> line.strip().split(" {2,}")))
                .contains(new String[] {"arithmetic", "3", "0.500", "0.500", "1.00", "-"})
                .contains(new String[] {"ties", "2", "1.750", "1.500", "3.50", "70"});
    }

    @Test
    void reportsOfProcessesAreJoined() {
        Path file = folder.resolve("methods.json");
        JsonFile.write(file, Map.of("methods", ofMethod("ties", 1.5)));
        MethodReport read = JsonFile.read(file, "methods", MethodReport.class);
        assertThat(read).isEqualTo(ofMethod("ties", 1.5));

        MethodReport joined = MethodReport.joined(List.of(read, ofMethod("slerp", 0.75)));

        assertThat(joined.results())
                .extracting(MethodReport.Result::name, MethodReport.Result::ratio)
                .containsExactly(tuple("arithmetic", 1.0), tuple("ties", 3.0), tuple("slerp", 1.5));
    }

    private static MethodReport ofMethod(String name, double seconds) {
        return MethodReport.of(
                "BF16",
                1_000_000,
                List.of(
                        new Series("arithmetic", 2, List.of(0.5), OptionalLong.empty()),
                        new Series(name, 2, List.of(seconds), OptionalLong.of(7))),
                Map.of("arithmetic", 3, name, 3));
    }

    @Test
    void theJsonHasAllTimes() {
        Path file = folder.resolve("report.json");
        JsonFile.write(file, report);
        JsonNode results = new JsonMapper().readTree(file).get("results");
        assertThat(results.get(0).get("seconds").size()).isEqualTo(3);
        assertThat(results.get(0).get("peakAnonymousBytes").isNull()).isTrue();
        assertThat(results.get(1).get("peakAnonymousBytes").asLong()).isEqualTo(96_000_000);
    }

    @Test
    void theChartIsXmlWithAPointForEachMeasurement() throws Exception {
        Path file = folder.resolve("chart.svg");
        Panel panel =
                new Panel("a < b", "x", List.of(new Panel.Point(1, 10), new Panel.Point(3, 47)));
        Chart.write(file, "A & B", "here", List.of(panel, panel, panel));
        assertThat(circles(file)).isEqualTo(6);
    }

    @Test
    void anAxisEndsAtTheFirstTickThatIsHighEnough() {
        assertThat(Axis.upTo(47).ticks()).containsExactly(0, 10, 20, 30, 40, 50);
        assertThat(Axis.upTo(3).ticks()).containsExactly(0, 0.5, 1, 1.5, 2, 2.5, 3);
        assertThat(Axis.upTo(47).place(25, 100, 200)).isEqualTo(150);
        assertThat(Axis.label(0.30000000000000004)).isEqualTo("0.3");
        assertThat(Axis.label(400)).isEqualTo("400");
    }

    private static int circles(Path file) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(file.toFile())
                .getElementsByTagName("circle")
                .getLength();
    }
}
