package io.terge.examples;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;

class ReadmeTest {

    private static final List<Path> SOURCES =
            List.of(
                    Path.of("src/main/java/io/terge/examples"),
                    Path.of("src/test/java/io/terge/examples"),
                    Path.of("../terge-djl/src/test/java/io/terge/djl/examples"));

    private final String readme = SourceTree.ofProject().read(Path.of("README.md"));

    @Test
    void theCodeInTheReadmeIsThatOfTheExamples() {
        assertThat(code(readme).faults()).isEmpty();
    }

    @Test
    void theReadmeShowsHowToMergeAndHowToWriteAPlugin() {
        assertThat(code(readme).examples())
                .contains("Quickstart", "PerParameterWeights", "MaxMagnitude", "MaxMagnitudeTest");
    }

    @Test
    void codeThatDiffersFromItsExampleIsNoticed() {
        String changed = readme.replace(".weights(3, 2, 1)", ".weights(1, 2, 3)");
        assertThat(code(changed).faults()).singleElement().asString().contains("'Quickstart'");
    }

    @Test
    void anUnknownExampleIsNoticed() {
        assertThat(code("<!-- example: Nothing -->\n```java\nint a;\n```\n").faults())
                .singleElement()
                .asString()
                .contains("no example 'Nothing'");
    }

    @Test
    void codeWithoutAMarkIsNoticed() {
        assertThat(code("```java\nint a;\n```\n").faults())
                .singleElement()
                .asString()
                .contains("without a mark");
    }

    @Test
    void aMarkWithoutCodeIsNoticed() {
        assertThat(code("<!-- example: Quickstart -->\n\ntext\n").faults())
                .singleElement()
                .asString()
                .contains("1 marks, but 0 of them");
    }

    private static ReadmeCode code(String text) {
        return new ReadmeCode(SOURCES, text);
    }
}
