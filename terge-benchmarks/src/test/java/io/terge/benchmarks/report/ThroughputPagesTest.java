package io.terge.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terge.benchmarks.report.ThroughputReport.Result;
import io.terge.benchmarks.run.Series;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;

class ThroughputPagesTest {

    private static final Path ROOT = Path.of("..");
    private static final Path KEPT = ROOT.resolve("docs/benchmarks");
    private static final String MARK = "<!-- figures: throughput -->";

    private final ThroughputPages pages = new ThroughputPages(results());

    @TempDir private Path folder = Path.of("");

    private static ThroughputResults results() {
        Machine machine = new Machine("Processor", 2, 24_000_000_000L, "Linux 6", "Java 25", "day");
        ThroughputReport report =
                ThroughputReport.of(
                        "BF16",
                        3,
                        1_000_000,
                        2_000_000,
                        List.of(
                                series("copy", 2, 0.5, 0.25, 1),
                                series("copy", 1, 8),
                                series("copy, process", 2, 0.8),
                                series("merge", 2, 0.75),
                                series("merge, process", 2, 2),
                                series("merge ties:density=0.5, process", 2, 4),
                                series("torch, process", 2, 10),
                                series("torch, process without start", 2, 9)));
        return new ThroughputResults(machine, 3, false, List.of(report));
    }

    private static Series series(String name, int threads, double... seconds) {
        return new Series(
                name, threads, Arrays.stream(seconds).boxed().toList(), OptionalLong.empty());
    }

    @Test
    void theTableHasCommandAndLibraryBesideTheirCopies() {
        assertThat(pages.markdown().lines())
                .contains(
                        "| plain copy of the same bytes | 0.80 | 1.00 | 0.50 | 1.00 |",
                        "| `arithmetic` | 2.00 | 2.50 | 0.75 | 1.50 |",
                        "| `ties:density=0.5` | 4.00 | 5.00 |  |  |",
                        "| the same mean as a script of PyTorch | 10.00 | 12.50 |  |  |")
                .noneMatch(line -> line.contains("8.00") || line.contains("9.00"));
    }

    @Test
    void thePictureHasABarForEachTime() throws Exception {
        pages.write(folder);
        int bars =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(folder.resolve("throughput.svg").toFile())
                        .getElementsByTagName("rect")
                        .getLength();
        // The white ground, two of the legend, and six times.
        assertThat(bars).isEqualTo(1 + 2 + 6);
    }

    @Test
    void thePagesAreMadeAgainOfTheirJson() throws IOException {
        pages.write(folder);
        ThroughputPages read = ThroughputPages.read(folder);
        assertThat(read.markdown()).isEqualTo(pages.markdown());
        assertThat(read.svg()).isEqualTo(pages.svg());
    }

    @Test
    void quotedRowsBecomeThoseOfTheTable() {
        String document =
                """
                | `arithmetic` | not quoted |

                %s
                | seconds | process, from start to exit | x copy | in a warmed-up JVM | x copy |
                |---|---|---|---|---|
                | `arithmetic` | 1 | 2 | 3 | 4 |

                Text.
                """
                        .formatted(MARK);
        assertThat(pages.quotedIn(document))
                .isEqualTo(
                        document.replace(
                                "| `arithmetic` | 1 | 2 | 3 | 4 |",
                                "| `arithmetic` | 2.00 | 2.50 | 0.75 | 1.50 |"));
    }

    @Test
    void aQuotedRowThatIsNotThereIsAnError() {
        assertThatThrownBy(() -> pages.quotedIn(MARK + "\n| `slerp` | 1 |"))
                .hasMessageContaining("`slerp`");
    }

    @Test
    void theKeptPagesAreWhatTheirJsonGives() throws IOException {
        ThroughputPages kept = ThroughputPages.read(KEPT);
        assertThat(KEPT.resolve("throughput.md")).hasContent(kept.markdown());
        assertThat(KEPT.resolve("throughput.svg")).hasContent(kept.svg());
    }

    @Test
    void theDocumentsQuoteTheKeptFigures() throws IOException {
        ThroughputPages kept = ThroughputPages.read(KEPT);
        for (Path document :
                List.of(ROOT.resolve("README.md"), ROOT.resolve("terge-benchmarks/README.md"))) {
            String text = Files.readString(document);
            assertThat(kept.quotedIn(text)).as("%s", document).isEqualTo(text);
        }
        assertThat(Files.readString(ROOT.resolve("README.md"))).contains(MARK);
    }

    @Test
    void theKeptMediansAreThoseOfTheKeptTimes() {
        Stream<Result> results =
                ThroughputResults.read(KEPT.resolve("throughput.json")).merges().stream()
                        .flatMap(merge -> merge.results().stream());
        assertThat(results)
                .isNotEmpty()
                .allSatisfy(
                        result -> {
                            long below =
                                    result.seconds().stream()
                                            .filter(time -> time < result.median())
                                            .count();
                            long above =
                                    result.seconds().stream()
                                            .filter(time -> time > result.median())
                                            .count();
                            assertThat(below).isEqualTo(above);
                        });
    }
}
