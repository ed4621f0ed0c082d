package io.terge.files.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.files.FileCompanion;
import io.terge.files.staging.OutputTarget;
import io.terge.files.tiny.Models;
import io.terge.files.tiny.TinyDirectory;
import io.terge.spi.format.ModelBlueprint;
import io.terge.spi.format.ModelSink;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

class ModelOutputTest {

    private static final FileLayout LAYOUT =
            FileLayout.of(bytes("head"), Map.of("a", new Span(4, 3), "b", new Span(9, 2)));

    private static final ModelBlueprint ANY = ModelBlueprint.of(List.of()).withOverwriting(true);

    @TempDir private Path folder;

    @Test
    void gapsAreZerosUnlessTheyAreFilledInTheCommit() throws IOException {
        assertThat(write("plain", file -> {})).isEqualTo("headAAA\0\0BB");
        assertThat(write("filled", file -> file.write(7, segment("--")))).isEqualTo("headAAA--BB");
    }

    @Test
    void aCompletionReadsBackAndAppends() throws IOException {
        FileCompletion copy =
                file -> {
                    byte[] first = new byte[3];
                    file.bytes(4, 3).read(0, MemorySegment.ofArray(first));
                    file.write(11, MemorySegment.ofArray(first));
                };
        assertThat(write("file", copy)).isEqualTo("headAAA\0\0BBAAA");
    }

    @Test
    void aCompletionThatFailsLeavesTheTarget() throws IOException {
        Path path = Files.writeString(folder.resolve("file"), "old");
        FileCompletion failing =
                file -> {
                    throw new IOException("no");
                };
        assertThatThrownBy(() -> write("file", failing)).hasMessage("no");
        assertThat(path).hasContent("old");
        assertThat(Models.tree(folder)).containsExactly("file");
    }

    @Test
    void nothingIsCompletedBeforeEveryByteIsThere() throws IOException {
        try (ModelSink sink = start("file", file -> Files.createFile(folder.resolve("called")))) {
            sink.write("a", 0, segment("AAA"));
            assertThatThrownBy(sink::commit)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("3 of 5 bytes");
        }
        assertThat(Models.tree(folder)).isEmpty();
    }

    @Test
    void positionsOutsideOfAFileAreRefused() throws IOException {
        FileCompletion negative = file -> file.write(-1, segment("x"));
        assertThatThrownBy(() -> write("file", negative))
                .isInstanceOf(IndexOutOfBoundsException.class);
        FileCompletion huge = file -> file.write(Long.MAX_VALUE, segment("x"));
        assertThatThrownBy(() -> write("file", huge)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void placesThatLieOverOthersAreRefused() {
        for (Span span : List.of(new Span(3, 1), new Span(6, 2), new Span(0, 100))) {
            assertThatThrownBy(
                            () ->
                                    FileLayout.of(
                                            bytes("head"), Map.of("a", new Span(4, 3), "b", span)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("starts at ");
        }
        assertThatThrownBy(() -> new Span(-1, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Span(1, Long.MAX_VALUE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatFailsWhileADirectoryIsFilledLeavesNothing() {
        assertThatThrownBy(() -> fill(content -> content.write("../evil", bytes("x"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'../evil'");
        assertThatThrownBy(
                        () ->
                                fill(
                                        content -> {
                                            content.weights("a.tiny", LAYOUT);
                                            content.weights("b.tiny", LAYOUT);
                                        }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is in two files");
        assertThat(Models.tree(folder)).isEmpty();
    }

    @Test
    void companionsThatLeaveTheModelAreRefusedAndWeightsLeftOut() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");
        assertThatThrownBy(
                        () ->
                                fill(
                                        content ->
                                                content.copy(
                                                        List.of(new FileCompanion("../x", file)))))
                .isInstanceOfSatisfying(
                        TergeException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(TergeCode.UNSAFE_PATH));
        fill(
                content ->
                        content.copy(
                                List.of(
                                        new FileCompanion("./model.tiny", file),
                                        new FileCompanion("a/b.txt", file))));
        assertThat(Models.tree(folder)).containsExactly("file", "out", "out/a", "out/a/b.txt");
    }

    @Test
    void targetsOfTheOtherKindAreRefused() {
        OutputTarget file = OutputTarget.file(folder.resolve("x"));
        OutputTarget directory = OutputTarget.directory(folder.resolve("x"), new TinyDirectory());
        assertThatThrownBy(() -> ModelOutput.file(directory, ANY, LAYOUT))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ModelOutput.directory(file, ANY, content -> {}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(Models.tree(folder)).isEmpty();
    }

    private String write(String name, FileCompletion completion) throws IOException {
        try (ModelSink sink = start(name, completion)) {
            sink.write("b", 0, segment("BB"));
            sink.write("a", 1, segment("AA"));
            sink.write("a", 0, segment("A"));
            sink.commit();
        }
        return Files.readString(folder.resolve(name));
    }

    private ModelSink start(String name, FileCompletion completion) throws IOException {
        return ModelOutput.file(OutputTarget.file(folder.resolve(name)), ANY, LAYOUT, completion);
    }

    private void fill(DirectoryFilling filling) throws IOException {
        OutputTarget target = OutputTarget.directory(folder.resolve("out"), new TinyDirectory());
        try (ModelSink sink = ModelOutput.directory(target, ANY, filling)) {
            sink.commit();
        }
    }

    private static MemorySegment segment(String text) {
        return MemorySegment.ofArray(bytes(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
