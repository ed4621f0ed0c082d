package io.terge.pytorch;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.spi.format.ModelSource;

import org.junit.jupiter.api.Test;

import java.io.IOException;

class ChecksumsTest {

    /** {@code torch.serialization.set_crc32_options(False)} writes 0 for every checksum. */
    @Test
    void filesWithoutChecksumsAreRead() throws IOException {
        Checkpoint checkpoint = new Checkpoint("no_crc");
        try (ModelSource source = checkpoint.open()) {
            assertThat(Expected.allOf(source)).isEqualTo(checkpoint.expected());
            assertThat(source.warnings()).isEmpty();
        }
    }
}
