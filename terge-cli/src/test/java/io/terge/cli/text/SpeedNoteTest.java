package io.terge.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Optional;

class SpeedNoteTest {

    @Test
    void onlyALargeMergeIsToldHowToBeFaster() {
        Optional<String> advice = Optional.of("do so");

        assertThat(SpeedNote.of(23_999_999_999L, advice)).isEmpty();
        assertThat(SpeedNote.of(24_000_000_000L, advice))
                .hasValue("note: large merges like this one can be faster: do so");
        assertThat(SpeedNote.of(Long.MAX_VALUE, Optional.empty())).isEmpty();
    }
}
