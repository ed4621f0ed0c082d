package io.terge.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.Map;

class FileNamesTest {

    private static final Path DIRECTORY = Path.of("model");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../a",
                "part/../../a",
                "/etc/passwd",
                "\\\\server\\share",
                "..\\a",
                "C:a",
                "C:/a",
                "",
                " ",
                ".",
                "..",
                "part/..",
                "a\0b"
            })
    void namesThatLeaveTheDirectoryAreNone(String name) {
        assertThat(FileNames.within(DIRECTORY, name)).isEmpty();
    }

    @Test
    void detoursWithinTheDirectoryAreTakenOut() {
        assertThat(FileNames.within(DIRECTORY, "./a/../b/c")).contains(Path.of("model/b/c"));
    }

    @Test
    void filesAreInTheFileSystemOfTheirDirectory(@TempDir Path folder) throws IOException {
        try (FileSystem zip =
                FileSystems.newFileSystem(folder.resolve("x.zip"), Map.of("create", "true"))) {
            Path directory = zip.getPath("/model");
            assertThat(FileNames.within(directory, "a/b")).contains(zip.getPath("/model/a/b"));
            assertThat(FileNames.within(directory, "../a")).isEmpty();
        }
    }
}
