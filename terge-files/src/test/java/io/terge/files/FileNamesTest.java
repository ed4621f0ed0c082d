package io.terge.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;

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
}
