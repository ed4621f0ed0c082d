package io.terge.files.staging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.files.StagingName;
import io.terge.files.tiny.Models;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** What a failed output leaves, and targets that must not be replaced. */
class NothingLeftTest {

    @TempDir private Path folder;

    @Test
    void parentsThatWereCreatedGoWithAnOutputThatFailed() throws IOException {
        Files.createDirectory(folder.resolve("old"));
        try (StagedOutput staged = begin(folder.resolve("old/a/b/out"))) {
            Files.writeString(staged.content(), "new");
        }
        assertThat(Models.tree(folder)).containsExactly("old");
    }

    @Test
    void parentsThatHoldSomethingElseByNowStay() throws IOException {
        try (StagedOutput staged = begin(folder.resolve("a/b/out"))) {
            Files.writeString(staged.content().resolveSibling("../notes.txt"), "text");
        }
        assertThat(Models.tree(folder)).containsExactly("a", "a/b", "a/b/notes.txt");
    }

    @Test
    void aLockThatFailsLeavesNothing() {
        FileLocking broken =
                channel -> {
                    throw new IllegalStateException("broken");
                };
        OutputTarget target = OutputTarget.file(folder.resolve("a/out"));
        assertThatThrownBy(
                        () ->
                                StagedOutput.begin(
                                        target,
                                        Replacement.overwriting(false),
                                        (one, other) -> false,
                                        broken))
                .hasMessage("broken");
        assertThat(Models.tree(folder)).isEmpty();
    }

    @Test
    void whatCannotBeRemovedAfterTheCommitIsAWarning() throws IOException {
        StagedOutput staged = begin(folder.resolve("out"));
        Files.writeString(staged.content(), "new");
        staged.commit();
        staged.close(
                () -> {
                    throw new AccessDeniedException("old");
                });
        assertThat(folder.resolve("out")).hasContent("new");
        assertThat(staged.warnings())
                .singleElement()
                .asString()
                .contains("[NOT_REMOVED]", "cannot be removed: permission denied: old");
        staged.close();
    }

    @Test
    void aNameOfTheGreatestLengthHasAStagingName() throws IOException {
        Path target = folder.resolve("\u00e9".repeat(127));
        try (StagedOutput staged = begin(target)) {
            Files.writeString(staged.content(), "new");
            String name = String.valueOf(staged.content().resolveSibling("").getFileName());
            assertThat(StagingName.isOne(name)).isTrue();
            assertThat(StagingName.isOfAnotherProcess(name, target)).isFalse();
            String theirs = name.replaceFirst("\\.terge-.*", ".terge-1-2-3");
            assertThat(StagingName.isOfAnotherProcess(theirs, target)).isTrue();
            assertThat(StagingName.isOfAnotherProcess(theirs, folder.resolve("\u00e9".repeat(126))))
                    .isFalse();
            staged.commit();
        }
        assertThat(target).hasContent("new");
    }

    @Test
    void aNameThatIsTooLongIsRefusedBeforeAnythingIsWritten() {
        OutputTarget target = OutputTarget.file(folder.resolve("x".repeat(300)));
        assertThatThrownBy(() -> target.check(false)).isInstanceOf(FileSystemException.class);
    }

    @Test
    void aPipeIsNotReplaced() throws Exception {
        Path pipe = folder.resolve("out");
        assumeTrue(makePipe(pipe));
        assertThatThrownBy(() -> OutputTarget.file(pipe).check(true))
                .isInstanceOfSatisfying(
                        TergeException.class,
                        refusal ->
                                assertThat(refusal.code()).isEqualTo(TergeCode.OUTPUT_NOT_A_MODEL))
                .hasMessageContaining("is a device, pipe or socket");
    }

    private static boolean makePipe(Path pipe) throws InterruptedException {
        try {
            Process process = new ProcessBuilder("mkfifo", pipe.toString()).start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException notOnThisSystem) {
            return false;
        }
    }

    private static StagedOutput begin(Path target) throws IOException {
        return StagedOutput.begin(OutputTarget.file(target), Replacement.overwriting(false));
    }
}
