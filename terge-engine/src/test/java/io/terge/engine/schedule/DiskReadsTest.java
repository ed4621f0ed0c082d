package io.terge.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

@EnabledIf("io.terge.engine.schedule.DiskReads#areCounted")
class DiskReadsTest {

    @TempDir Path folder;

    @Test
    void whatIsInMemoryDoesNotCount() throws IOException {
        Path file = Files.write(folder.resolve("file"), new byte[1 << 20]);
        long before = DiskReads.ofThisThread();
        assertThat(before).isNotNegative();
        assertThat(Files.readAllBytes(file)).hasSize(1 << 20);
        // Classes of the JVM may have been loaded from a disk.
        assertThat(DiskReads.ofThisThread() - before).isBetween(0L, (1L << 20) - 1);
    }
}
