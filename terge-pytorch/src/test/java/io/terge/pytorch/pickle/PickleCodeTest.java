package io.terge.pytorch.pickle;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.error.ErrorCode;

import org.junit.jupiter.api.Test;

/** Scripts rely on the names. */
class PickleCodeTest {

    @Test
    void namesAreStable() {
        assertThat(PickleCode.values())
                .extracting(ErrorCode::name)
                .containsExactly(
                        "PICKLE_INVALID",
                        "PICKLE_HOSTILE",
                        "PICKLE_UNKNOWN_GLOBAL",
                        "PICKLE_TOO_LARGE",
                        "PICKLE_UNSUPPORTED");
        assertThat(PickleCode.values())
                .extracting(ErrorCode::kind)
                .containsOnly(ErrorCode.Kind.REJECTED);
    }
}
