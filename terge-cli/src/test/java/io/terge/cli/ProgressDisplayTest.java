package io.terge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.api.MergePlan;
import io.terge.api.MergeProgress;
import io.terge.api.MergeRequest;
import io.terge.engine.Terge;
import io.terge.model.ModelReference;
import io.terge.tensor.TensorArray;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;

class ProgressDisplayTest {

    private final StringWriter err = new StringWriter();

    @Test
    void openingIsShownInOneLineForEachThingThatIsDone() {
        try (ProgressDisplay display = new ProgressDisplay(new PrintWriter(err, true), 80)) {
            display.opening("downloading a", 1, 3);
            display.opening("downloading a", 3, 3);
            display.opening("unpacking b", 7, 0);
        }

        assertThat(
                        err.toString()
                                .replace(System.lineSeparator(), "\n")
                                .replaceAll(" +(?=[\r\n])", ""))
                .isEqualTo("\rdownloading a 33%\rdownloading a 100%\n\runpacking b\n");
    }

    @Test
    void aLineIsAsWideAsTheOneBeforeAndSafeToPrint() {
        try (ProgressDisplay display = new ProgressDisplay(new PrintWriter(err, true), 80)) {
            display.opening("x".repeat(200) + "\u001b[31m", 1, 2);
            display.opening("a\u001b[31m", 1, 2);
        }

        assertThat(err.toString().lines().map(line -> line.replace("\r", "")))
                .filteredOn(line -> !line.isEmpty())
                .hasSize(2)
                .allMatch(line -> line.length() == 79)
                .noneMatch(line -> line.contains("\u001b"));
    }

    @Test
    void nothingIsPrintedWhereNothingTakesLong() {
        new ProgressDisplay(new PrintWriter(err, true), 80).close();

        assertThat(err.toString()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 20, 40, 60, 80, 200})
    void aLineIsShorterThanTheTerminalIsWide(int columns) {
        MergePlan plan = plan();
        try (ProgressDisplay display = new ProgressDisplay(new PrintWriter(err, true), columns)) {
            display.opening("downloading " + "x".repeat(200), 1, 2);
            display.started(plan);
            display.progressed(new MergeProgress(plan.bytesRead(), plan.bytesRead(), "x"));
        }

        int most = Math.clamp(columns, 10, 80) - 1;
        assertThat(err.toString().split("[\\r\\n]+"))
                .hasSizeGreaterThan(1)
                .allMatch(line -> line.length() <= most);
    }

    @ParameterizedTest
    @CsvSource({"56, true", "60, true", "80, true", "40, false", "50, false"})
    void theRateIsShownWhereThereIsRoomForIt(int columns, boolean isShown) {
        MergePlan plan = plan();
        try (ProgressDisplay display = new ProgressDisplay(new PrintWriter(err, true), columns)) {
            display.started(plan);
            display.progressed(new MergeProgress(plan.bytesRead(), plan.bytesRead(), "x"));
        }

        assertThat(err.toString().stripTrailing().endsWith("MB/s")).isEqualTo(isShown);
    }

    @Test
    void theBytesAreThoseOfTheSummaryReadAndWritten() {
        MergePlan plan = plan();
        try (ProgressDisplay display = new ProgressDisplay(new PrintWriter(err, true), 80)) {
            display.started(plan);
            display.progressed(new MergeProgress(plan.bytesRead(), plan.bytesRead(), "x"));
        }

        // Two models of 4 MB are read, and one is written.
        assertThat(err.toString()).contains("12/12 MB").contains("MB/s");
    }

    private static MergePlan plan() {
        Map<String, TensorArray> model =
                Map.of("x", TensorArray.of(new float[1_000_000], 1_000_000));
        return Terge.create()
                .plan(
                        MergeRequest.builder()
                                .model(ModelReference.of(model, "x"))
                                .model(ModelReference.of(model, "x"))
                                .to(Path.of("result.safetensors"))
                                .build());
    }

    @Test
    void theColumnsAreThoseThatAreToldOrTheUsual() {
        assertThat(Terminal.columns("40")).isEqualTo(40);
        assertThat(Terminal.columns("0")).isEqualTo(80);
        assertThat(Terminal.columns("")).isEqualTo(80);
        assertThat(Terminal.columns("99999999999")).isEqualTo(80);
    }
}
