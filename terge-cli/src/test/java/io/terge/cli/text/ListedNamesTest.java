package io.terge.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

class ListedNamesTest {

    @Test
    void aShortListIsOneLine() {
        assertThat(ListedNames.lines("'a.b', 'c.d'", 12)).containsExactly("'a.b', 'c.d'");
        assertThat(ListedNames.lines("", 12)).containsExactly("");
    }

    @Test
    void aLongListHasOneNamePerLine() {
        assertThat(ListedNames.lines("'a.b', 'c.d'", 11)).containsExactly("'a.b'", "'c.d'");
        assertThat(ListedNames.lines(names(20), 11)).hasSize(20).last().isEqualTo("'name 19'");
    }

    @Test
    void moreThanTwentyAreCounted() {
        assertThat(ListedNames.lines(names(23), 11))
                .hasSize(21)
                .contains("'name 19'")
                .doesNotContain("'name 20'")
                .last()
                .isEqualTo("and 3 more");
    }

    @Test
    void anyOtherTextStaysAsItIs() {
        assertThat(ListedNames.lines("zip archive, pickle protocol 2", 5))
                .containsExactly("zip archive, pickle protocol 2");
    }

    private static String names(int count) {
        return IntStream.range(0, count)
                .mapToObj("'name %d'"::formatted)
                .collect(Collectors.joining(", "));
    }
}
