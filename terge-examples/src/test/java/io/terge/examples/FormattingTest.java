package io.terge.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.JavaFormatterOptions;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;

class FormattingTest {

    private static final int MOST_LINES = 300;

    private final SourceTree sources = SourceTree.ofProject();
    private final Formatter formatter =
            new Formatter(
                    JavaFormatterOptions.builder().style(JavaFormatterOptions.Style.AOSP).build());

    @Test
    void findsTheSourcesOfAllModules() {
        assertThat(sources.javaFiles()).hasSizeGreaterThan(150);
        assertThat(sources.javaFiles())
                .anyMatch(file -> file.endsWith("io/terge/engine/Terge.java"))
                .anyMatch(file -> file.endsWith("io/terge/examples/FormattingTest.java"));
    }

    @Test
    void everySourceIsFormatted() {
        assertThat(sources.javaFiles().stream().filter(file -> !isFormatted(file)))
                .as("Not formatted: run config/format")
                .isEmpty();
    }

    @Test
    void noSourceIsOverThreeHundredLines() {
        assertThat(
                        sources.javaFiles().stream()
                                .filter(file -> sources.read(file).lines().count() > MOST_LINES))
                .as("Over %d lines: split", MOST_LINES)
                .isEmpty();
    }

    @Test
    void aSourceThatIsNotFormattedIsNoticed() throws FormatterException {
        assertThat(format("class A{}")).isEqualTo("class A {}\n");
    }

    private boolean isFormatted(Path file) {
        String source = sources.read(file);
        try {
            return format(source).equals(source);
        } catch (FormatterException notJava) {
            throw new IllegalStateException("Cannot be formatted: " + file, notJava);
        }
    }

    private String format(String source) throws FormatterException {
        return formatter.formatSourceAndFixImports(source);
    }
}
