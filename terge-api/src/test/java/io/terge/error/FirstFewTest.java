package io.terge.error;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

class FirstFewTest {

    @Test
    void countsWhatItDoesNotShow() {
        assertThat(FirstFew.of(List.of("a", "b", "c", "d"), 2)).isEqualTo("a, b and 2 more");
        assertThat(FirstFew.of(List.of("a", "b", "c"), 2)).isEqualTo("a, b and 1 more");
        assertThat(FirstFew.shown(List.of("a"), 7)).isEqualTo("a and 7 more");
    }

    @Test
    void saysNothingOfMoreWhereThereIsNone() {
        assertThat(FirstFew.of(List.of("a", "b"), 2)).isEqualTo("a, b");
        assertThat(FirstFew.of(List.of("a"), 2)).isEqualTo("a");
        assertThat(FirstFew.of(List.of(), 2)).isEmpty();
    }
}
