package io.terge.files.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terge.files.FileCompanion;
import io.terge.files.staging.OutputTarget;
import io.terge.files.staging.Replacement;
import io.terge.files.tiny.Models;
import io.terge.files.tiny.TextCompanion;
import io.terge.files.tiny.TinyDirectory;
import io.terge.spi.format.ModelSink;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Wherever the room ends, the old model stays and nothing else does. */
class FullDiskTest {

    private static final List<String> NAMES = List.of("a", "b");
    private static final byte[] HEAD = "head".getBytes(StandardCharsets.US_ASCII);
    private static final int SIZE = 1000;

    /** More than the model in two files takes, less than it and a half. */
    private static final int ENOUGH = 4000;

    @TempDir private Path folder;
    private Path companion = Path.of("");
    private Path target = Path.of("");

    @BeforeEach
    void makeOldModel() throws IOException {
        companion = Files.write(folder.resolve("vocab.txt"), new byte[1000]);
        target = Files.createDirectory(folder.resolve("out"));
        Files.writeString(target.resolve("model.tiny"), "old");
    }

    static IntStream rooms() {
        return IntStream.iterate(0, room -> room < 3000, room -> room + 250);
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void aFullDiskLeavesTheTargetAsItWas(int room) {
        List<String> before = Models.tree(folder);
        assertThatThrownBy(() -> write(new FullDisk(room)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("No space left on device");
        assertThat(Models.tree(folder)).isEqualTo(before);
    }

    @Test
    void aDiskThatIsFullAtTheLastByteFailsTheCommit() throws IOException {
        List<String> before = Models.tree(folder);
        int taken = bytesTaken();
        assertThatThrownBy(() -> write(new FullDisk(taken - 1)))
                .hasMessageContaining("No space left on device");
        assertThat(Models.tree(folder)).isEqualTo(before);
    }

    @Test
    void enoughRoomIsEnough() throws IOException {
        write(new FullDisk(ENOUGH));
        assertThat(Models.tree(target))
                .containsExactly("a.tiny", "b.tiny", "merges.txt", "model.tiny", "vocab.txt");
    }

    private int bytesTaken() throws IOException {
        // The files, and a byte at the end of each of the two with weights, which is written twice.
        write(new FullDisk(ENOUGH));
        long size = 2;
        for (String name : Models.tree(target)) {
            size += Files.size(target.resolve(name));
        }
        for (String name : Models.tree(target)) {
            Files.delete(target.resolve(name));
        }
        Files.delete(target);
        makeOldModel();
        return Math.toIntExact(size);
    }

    private void write(FileOpener opener) throws IOException {
        OutputTarget place = OutputTarget.directory(target, new TinyDirectory());
        try (ModelSink sink =
                new SinkFactory(opener)
                        .directory(place, Replacement.overwriting(true), this::fill)) {
            for (String name : NAMES) {
                sink.write(name, 0, MemorySegment.ofArray(new byte[SIZE]));
            }
            sink.commit();
        }
    }

    private void fill(DirectoryContent content) throws IOException {
        content.copy(
                List.of(
                        new FileCompanion("vocab.txt", companion),
                        new TextCompanion("merges.txt", "m".repeat(300))));
        content.write("model.tiny", String.join(",", NAMES).getBytes(StandardCharsets.US_ASCII));
        for (String name : NAMES) {
            Map<String, Span> places = Map.of(name, new Span(HEAD.length, SIZE));
            content.weights(name + ".tiny", FileLayout.of(HEAD, places));
        }
    }
}
