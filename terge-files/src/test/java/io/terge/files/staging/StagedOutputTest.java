package io.terge.files.staging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.files.tiny.Models;
import io.terge.spi.format.ModelBlueprint;
import io.terge.spi.format.ModelSink;
import io.terge.spi.format.ModelSource;
import io.terge.tensor.DType;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Shape;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** An output appears complete or not at all, and nothing stays beside it. */
class StagedOutputTest {

    private static final ParameterSpec WORDS = ParameterSpec.of("w", DType.U8, Shape.of(4));

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"x.tiny", "x"})
    void nothingIsSeenAtTheTargetBeforeTheCommit(String name) throws IOException {
        Path target = folder.resolve("deep/down").resolve(name);
        try (ModelSink sink = create(target, false)) {
            Models.write(sink, blueprint(false));
            assertThat(target).doesNotExist();
            sink.commit();
            checkNew(target);
        }
        checkNew(target);
        assertThat(folder.resolve("deep/down").toFile().list()).containsExactly(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x.tiny", "x"})
    void whatIsNotCommittedIsDiscarded(String name) throws IOException {
        Path target = old(name);
        List<String> before = Models.tree(folder);
        ModelSink sink = create(target, true);
        Models.write(sink, blueprint(true));
        sink.close();
        sink.close();
        assertThat(Models.tree(folder)).isEqualTo(before);
        checkOld(target);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x.tiny", "x"})
    void aModelIsReplacedWhereAsked(String name) throws IOException {
        Path target = old(name);
        try (ModelSink sink = create(target, true)) {
            Models.write(sink, blueprint(true));
            checkOld(target);
            sink.commit();
        }
        checkNew(target);
        assertThat(folder.toFile().list()).containsExactly(name);
        assertThat(target.resolve("old.json")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x.tiny", "x"})
    void aSourceMayBeReplacedWhileItIsRead(String name) throws IOException {
        Path target = old(name);
        try (ModelSource source = Models.open(target)) {
            try (ModelSink sink = create(target, true)) {
                Models.write(sink, blueprint(true));
                sink.commit();
            }
            assertThat(Models.bytes(source, "w")).containsExactly(9, 9, 9, 9);
            checkNew(target);
        }
    }

    @Test
    void aLinkToAFileIsReplacedAndTheFileIsNot() throws IOException {
        String name = "x.tiny";
        Path real = old("real-" + name);
        Path target = Files.createSymbolicLink(folder.resolve(name), real.getFileName());
        try (ModelSink sink = create(target, true)) {
            Models.write(sink, blueprint(true));
            sink.commit();
        }
        assertThat(Files.isSymbolicLink(target)).isFalse();
        checkNew(target);
        checkOld(real);
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder(name, "real-" + name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x.tiny", "x"})
    void whatComesToBeThereMeanwhileIsNotReplaced(String name) throws IOException {
        Path target = folder.resolve(name);
        try (ModelSink sink = create(target, false)) {
            Models.write(sink, blueprint(false));
            old(name);
            assertThatThrownBy(sink::commit)
                    .isInstanceOfSatisfying(
                            TergeException.class,
                            refusal ->
                                    assertThat(refusal.code()).isEqualTo(TergeCode.OUTPUT_EXISTS));
        }
        checkOld(target);
        assertThat(folder.toFile().list()).containsExactly(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x.tiny", "x"})
    void anInterruptBeforeTheCommitLeavesTheTarget(String name) throws IOException {
        Path target = old(name);
        try (ModelSink sink = create(target, true)) {
            Models.write(sink, blueprint(true));
            Thread.currentThread().interrupt();
            assertThatThrownBy(sink::commit).isInstanceOf(ClosedByInterruptException.class);
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        checkOld(target);
        assertThat(folder.toFile().list()).containsExactly(name);
    }

    @Test
    void linksInAReplacedDirectoryAreNotFollowedWhenItIsDeleted() throws IOException {
        Path precious = Files.createDirectory(folder.resolve("precious"));
        Files.writeString(precious.resolve("thesis.txt"), "text");
        Path target = old("x");
        Files.createSymbolicLink(target.resolve("link"), precious);
        try (ModelSink sink = create(target, true)) {
            Models.write(sink, blueprint(true));
            sink.commit();
        }
        checkNew(target);
        assertThat(precious.resolve("thesis.txt")).hasContent("text");
    }

    @Test
    void whatIsNoModelIsNotTouched() throws IOException {
        Path home = Files.createDirectory(folder.resolve("home"));
        Files.writeString(home.resolve("thesis.txt"), "text");
        assertThatThrownBy(() -> create(home, true).close())
                .isInstanceOfSatisfying(
                        TergeException.class,
                        refusal ->
                                assertThat(refusal.code()).isEqualTo(TergeCode.OUTPUT_NOT_A_MODEL));
        assertThat(Models.tree(folder)).containsExactly("home", "home/thesis.txt");
    }

    private Path old(String name) throws IOException {
        Path target = Models.make(folder.resolve(name), "w", 9, 9, 9, 9);
        if (Files.isDirectory(target)) {
            Files.writeString(target.resolve("old.json"), "{}");
        }
        return target;
    }

    private static void checkOld(Path target) throws IOException {
        try (ModelSource source = Models.open(target)) {
            assertThat(Models.bytes(source, "w")).containsExactly(9, 9, 9, 9);
        }
    }

    private static void checkNew(Path target) throws IOException {
        try (ModelSource source = Models.open(target)) {
            assertThat(Models.bytes(source, "w")).isEqualTo(Models.pattern(WORDS));
        }
    }

    private static ModelSink create(Path target, boolean overwrite) throws IOException {
        return Models.create(target, blueprint(overwrite));
    }

    private static ModelBlueprint blueprint(boolean overwrite) {
        return Models.blueprint(overwrite, List.of(), WORDS);
    }
}
