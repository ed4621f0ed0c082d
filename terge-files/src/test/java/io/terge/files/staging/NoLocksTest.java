package io.terge.files.staging;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.files.tiny.Models;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file system without locks, as some network file systems: outputs are written all the same. */
class NoLocksTest {

    private static final FileLocking NONE =
            channel -> {
                throw new IOException("No locks available");
            };

    @TempDir private Path folder;

    @Test
    void anOutputIsWrittenAndNothingStaysBesideIt() throws IOException {
        StagedOutput staged = begin();
        try (staged) {
            Files.writeString(staged.content(), "new");
            staged.commit();
        }
        assertThat(Models.tree(folder)).containsExactly("out");
        assertThat(staged.warnings()).extracting(Problem::code).containsExactly(TergeCode.NO_LOCKS);
    }

    @Test
    void whatIsNotCommittedIsDiscarded() throws IOException {
        try (StagedOutput staged = begin()) {
            Files.writeString(staged.content(), "new");
        }
        assertThat(Models.tree(folder)).isEmpty();
    }

    @Test
    void theWorkOfAnotherProcessStays() throws IOException {
        Path theirs = Files.createDirectory(folder.resolve(".out.terge-1a-2b-3c"));
        Files.createFile(theirs.resolve("lock"));
        begin().close();
        assertThat(theirs.resolve("lock")).exists();
    }

    private StagedOutput begin() throws IOException {
        OutputTarget target = OutputTarget.file(folder.resolve("out"));
        return StagedOutput.begin(
                target, Replacement.overwriting(false), (one, other) -> false, NONE);
    }
}
