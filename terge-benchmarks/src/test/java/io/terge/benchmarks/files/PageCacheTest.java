package io.terge.benchmarks.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

class PageCacheTest {

    @TempDir private Path folder = Path.of("");

    @Test
    @EnabledOnOs(OS.LINUX)
    void forgettingAFileDoesNotChangeIt() throws IOException {
        byte[] bytes = new byte[100_000];
        bytes[77] = 7;
        Path file = Files.write(folder.resolve("file"), bytes);
        PageCache.ofThisSystem().forget(file);
        assertThat(file).hasBinaryContent(bytes);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aMissingFileIsAnError() {
        assertThatThrownBy(() -> PageCache.ofThisSystem().forget(folder.resolve("none")))
                .isInstanceOf(NoSuchFileException.class);
    }
}
