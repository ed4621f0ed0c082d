package io.terge.files.staging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.terge.error.TergeException;
import io.terge.files.StagingName;
import io.terge.files.tiny.Models;
import io.terge.spi.format.ModelBlueprint;
import io.terge.spi.format.ModelSink;
import io.terge.tensor.DType;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Shape;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** What killed runs leave is removed; what other runs still use is not. */
class LeftoversTest {

    private static final ParameterSpec WORDS = ParameterSpec.of("w", DType.U8, Shape.of(4));

    /** The name that a process gives which is not this one. */
    private static final String LEFTOVER = ".out.terge-1a-2b-3c";

    @TempDir private Path folder;

    @Test
    void leftoversOfTheSameTargetAreRemoved() throws IOException {
        leftover(LEFTOVER);
        Path outside = Files.writeString(folder.resolve("outside.txt"), "text");
        Files.createSymbolicLink(folder.resolve(LEFTOVER).resolve("content/link"), outside);
        Files.createDirectory(folder.resolve(".out.terge-1-1-1")); // killed before it had a lock
        commit();
        assertThat(Models.tree(folder)).containsExactly("out", "out/model.tiny", "outside.txt");
    }

    @Test
    void whatOnlyLooksAlikeStays() throws IOException {
        leftover(".other.terge-1a-2b-3c");
        leftover(".out.terge-1a-2b-3c.bak");
        leftover(".out.terge-x.terge-1a-2b-3c");
        Files.writeString(folder.resolve(".out.terge-notes"), "text");
        List<String> before = Models.tree(folder);
        commit();
        assertThat(Models.tree(folder)).containsAll(before);
    }

    @Test
    void whatIsInUseInThisProcessStays() throws IOException {
        try (ModelSink first = create(false)) {
            try (ModelSink second = create(false)) {
                assertThat(staging()).hasSize(2);
                Models.write(first, blueprint(false));
                first.commit();
                assertThat(folder.resolve("out/model.tiny")).exists();
                assertThat(staging()).hasSize(2);
                Models.write(second, blueprint(false));
            }
        }
        assertThat(staging()).isEmpty();
    }

    @Test
    void aLockOfThisProcessSurvivesOtherRuns() throws Exception {
        ModelSink live = create(false);
        try {
            create(false).close();
            // On POSIX, closing any channel of a file frees the process's locks on it: another
            // process has to find it locked still.
            Path staging = folder.resolve(staging().getFirst());
            assertThat(OtherProcess.run("probe", staging.resolve("lock"))).isEqualTo("locked");
        } finally {
            live.close();
        }
    }

    @Test
    void aKilledRunIsToldFromOneThatGoesOn() throws Exception {
        try (OtherProcess other = OtherProcess.start("stage", folder.resolve("out"))) {
            assertThat(other.line()).isEqualTo("staged");
            List<String> theirs = staging();
            assertThat(theirs).hasSize(1);
            create(false).close();
            assertThat(staging()).isEqualTo(theirs);
            other.kill();
            assertThat(staging()).isEqualTo(theirs);
            create(false).close();
            assertThat(staging()).isEmpty();
            assertThat(folder.resolve("out")).doesNotExist();
        }
    }

    @Test
    void aModelThatAnotherProcessReplacesIsNotReplacedMeanwhile() throws Exception {
        commit();
        try (OtherProcess other = OtherProcess.start("replace", folder.resolve("out"))) {
            assertThat(other.line()).isEqualTo("staged");
            List<String> theirs = Models.tree(folder);
            assertThat(catchThrowable(() -> create(true).close()))
                    .isInstanceOf(TergeException.class)
                    .hasMessageContaining("[OUTPUT_IN_USE]")
                    .hasMessageContaining(folder.resolve("out").toString());
            assertThat(Models.tree(folder)).isEqualTo(theirs);
            other.kill();
            create(true).close();
            assertThat(staging()).isEmpty();
        }
    }

    @Test
    void aModelThatWasSetAsideComesBack() throws IOException {
        Path staging = leftover(LEFTOVER);
        Path replaced = Files.createDirectory(staging.resolve("replaced"));
        Files.writeString(replaced.resolve("model.tiny"), "old");
        Files.writeString(replaced.resolve("old.json"), "{}");
        create(true).close();
        assertThat(Models.tree(folder)).containsExactly("out", "out/model.tiny", "out/old.json");
    }

    @Test
    void aModelThatWasSetAsideDoesNotReplaceANewOne() throws IOException {
        commit();
        Path replaced = Files.createDirectory(leftover(LEFTOVER).resolve("replaced"));
        Files.writeString(replaced.resolve("old.json"), "{}");
        create(true).close();
        assertThat(Models.tree(folder)).containsExactly("out", "out/model.tiny");
    }

    @Test
    void aLockThatIsALinkIsNotFollowed() throws IOException {
        Path staging = Files.createDirectory(folder.resolve(LEFTOVER));
        Path outside = Files.writeString(folder.resolve("outside.txt"), "text");
        Files.createSymbolicLink(staging.resolve("lock"), outside);
        assertThat(catchThrowable(() -> create(false).close())).isInstanceOf(IOException.class);
        assertThat(outside).hasContent("text");
    }

    private Path leftover(String name) throws IOException {
        Path staging = Files.createDirectories(folder.resolve(name));
        Files.createDirectory(staging.resolve("content"));
        Files.writeString(staging.resolve("content/model.tiny"), "half");
        FileChannel.open(
                        staging.resolve("lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE)
                .close();
        return staging;
    }

    private List<String> staging() {
        return Models.tree(folder).stream().filter(StagingName::isOne).toList();
    }

    private void commit() throws IOException {
        try (ModelSink sink = create(false)) {
            Models.write(sink, blueprint(false));
            sink.commit();
        }
    }

    private ModelSink create(boolean overwrite) throws IOException {
        return Models.create(folder.resolve("out"), blueprint(overwrite));
    }

    private static ModelBlueprint blueprint(boolean overwrite) {
        return Models.blueprint(overwrite, List.of(), WORDS);
    }
}
