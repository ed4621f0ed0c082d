package io.terge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.PrintWriter;
import java.io.StringWriter;

class ProgressDisplayTest {

    private final StringWriter err = new StringWriter();

    @Test
    void openingIsShownInOneLineForEachThingThatIsDone() {
        try (ProgressDisplay display = new ProgressDisplay(new PrintWriter(err, true))) {
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
        try (ProgressDisplay display = new ProgressDisplay(new PrintWriter(err, true))) {
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
        new ProgressDisplay(new PrintWriter(err, true)).close();

        assertThat(err.toString()).isEmpty();
    }
}
