package io.terge.engine.cost;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class PeakMemoryTest {

    @TempDir private Path process;

    @Test
    void isTheLargestResidentMemory() throws IOException {
        Files.writeString(
                process.resolve("status"),
                """
                Name:\tjava
                VmPeak:\t 6000000 kB
                VmHWM:\t   81920 kB
                VmRSS:\t   70000 kB
                """);
        assertThat(PeakMemory.read(process)).hasValue(80L << 20);
    }

    @Test
    void isUnknownWhereTheSystemDoesNotTell() throws IOException {
        assertThat(PeakMemory.read(process)).isEmpty();
        Files.writeString(process.resolve("status"), "Name:\tkthreadd\n");
        assertThat(PeakMemory.read(process)).isEmpty();
    }
}
