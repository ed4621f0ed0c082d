package io.terge.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

class StoredBytesTest {

    private static final StoredBytes ALL =
            StoredBytes.of(MemorySegment.ofArray(new byte[] {0, 1, 2, 3, 4}));

    @Test
    void aSliceReadsWithinItsRange() throws IOException {
        StoredBytes slice = ALL.slice(1, 3);
        byte[] two = new byte[2];
        slice.read(1, MemorySegment.ofArray(two));
        assertThat(two).containsExactly(2, 3);
        assertThat(slice.size()).isEqualTo(3);
        assertThat(slice.memory().orElseThrow().toArray(ValueLayout.JAVA_BYTE))
                .containsExactly(1, 2, 3);
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> slice.read(2, MemorySegment.ofArray(two)));
    }

    @Test
    void aSliceIsWithinTheBytes() {
        assertThat(ALL.slice(5, 0).size()).isZero();
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> ALL.slice(3, 3));
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> ALL.slice(-1, 1));
    }
}
