package io.terge.engine.cost;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class FileLimitTest {

    @TempDir private Path process;

    @Test
    void isReadFromWhatLinuxTells() throws IOException {
        Files.createDirectory(process.resolve("fd"));
        Files.createFile(process.resolve("fd/0"));
        Files.createFile(process.resolve("fd/1"));
        Files.writeString(
                process.resolve("limits"),
                """
                Limit                     Soft Limit           Hard Limit           Units
                Max processes             96404                96404                processes
                Max open files            25                   1048576              files
                """);
        assertThat(FileLimit.read(process)).contains(new FileLimit(25, 2));
    }

    @Test
    void isUnknownElsewhere() {
        assertThat(FileLimit.read(process.resolve("nothing"))).isEmpty();
    }

    @Test
    void tellsHowManyFilesAreNeeded() {
        FileLimit limit = new FileLimit(25, 8);
        assertThat(limit.problem(6, 1)).isEmpty();
        assertThat(limit.problem(6, 2).orElseThrow().toString())
                .contains(
                        "[TOO_MANY_FILES] The merge needs 26 open files, but the system allows 25")
                .contains("6 to read, 2 to write")
                .contains("ulimit -n 26");
    }
}
