package io.terge.hf.safetensors;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.error.ErrorCode;

import org.junit.jupiter.api.Test;

/** Scripts rely on the names. */
class SafetensorsCodeTest {

    @Test
    void namesAreStable() {
        assertThat(SafetensorsCode.values())
                .extracting(ErrorCode::name)
                .containsExactly("HEADER_TOO_LARGE", "HEADER_INVALID", "OFFSETS_INVALID");
        assertThat(SafetensorsCode.values())
                .extracting(ErrorCode::kind)
                .containsOnly(ErrorCode.Kind.REJECTED);
    }
}
