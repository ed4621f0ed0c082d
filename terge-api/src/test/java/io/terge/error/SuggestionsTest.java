package io.terge.error;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

class SuggestionsTest {

    private static final List<String> NAMES =
            List.of("arithmetic", "geometric", "slerp", "ties", "dare-ties", "dare-linear");

    @Test
    void findsTheNameThatWasMeant() {
        assertThat(Suggestions.near("arithmatic", NAMES)).containsExactly("arithmetic");
        assertThat(Suggestions.near("dare-tie", NAMES)).first().isEqualTo("dare-ties");
        assertThat(Suggestions.near("SLERP", NAMES)).containsExactly("slerp");
    }

    @Test
    void putsTheNearestFirstAndEquallyNearOnesInOrder() {
        assertThat(Suggestions.near("abc", List.of("abx", "abd", "abc", "xxc")))
                .containsExactly("abc", "abd", "abx");
    }

    @Test
    void givesThreeAtMost() {
        assertThat(Suggestions.near("a", List.of("b", "c", "d", "e")))
                .containsExactly("b", "c", "d");
    }

    @Test
    void givesNothingWhereNoNameIsNear() {
        assertThat(Suggestions.near("karcher-mean", NAMES)).isEmpty();
        assertThat(Suggestions.near("slerp", List.of())).isEmpty();
        assertThat(Suggestions.question("karcher-mean", NAMES)).isEmpty();
    }

    @Test
    void givesNoNameOfWhichMoreThanHalfWouldBeWrong() {
        assertThat(Suggestions.near("tie", List.of("ties", "sce", "nan"))).containsExactly("ties");
        assertThat(Suggestions.near("rma", List.of("ram", "ema", "pcb")))
                .containsExactly("ema", "ram");
    }

    @Test
    void asksWhetherANearNameWasMeant() {
        assertThat(Suggestions.question("arithmatic", NAMES))
                .isEqualTo(" Did you mean 'arithmetic'?");
        assertThat(Suggestions.question("tie", List.of("ties", "tied")))
                .isEqualTo(" Did you mean 'tied' or 'ties'?");
    }
}
