package io.terge.hf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terge.spi.CompanionFile;
import io.terge.spi.ModelBlueprint;
import io.terge.spi.ModelSink;
import io.terge.tensor.DType;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Shape;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/** Wherever the room ends, the old model stays and nothing else does. */
class FullDiskTest {

    private static final List<ParameterSpec> PARAMETERS =
            List.of(
                    ParameterSpec.of("a", DType.U8, Shape.of(1000)),
                    ParameterSpec.of("b", DType.U8, Shape.of(1000)));

    /** More than the model in two shards takes, less than it and a half. */
    private static final int ENOUGH = 4000;

    @TempDir private Path folder;
    private Path companion = Path.of("");
    private Path target = Path.of("");

    @BeforeEach
    void makeOldModel() throws IOException {
        companion = Files.write(folder.resolve("vocab.txt"), new byte[1000]);
        target = Files.createDirectory(folder.resolve("out"));
        new SafetensorsBytes().write(target.resolve("model.safetensors"));
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
                .containsExactly(
                        "model-00001-of-00002.safetensors",
                        "model-00002-of-00002.safetensors",
                        "model.safetensors.index.json",
                        "vocab.txt");
    }

    private int bytesTaken() throws IOException {
        // The files, and a byte at the end of each of the two shards, which is written twice.
        write(new FullDisk(ENOUGH));
        long size = 2;
        for (String name : Models.tree(target)) {
            size += Files.size(target.resolve(name));
        }
        FileTree.delete(target);
        makeOldModel();
        return Math.toIntExact(size);
    }

    private void write(FileOpener opener) throws IOException {
        ModelBlueprint blueprint =
                new ModelBlueprint(
                        PARAMETERS,
                        Map.of(),
                        List.of(new CompanionFile("vocab.txt", companion)),
                        OptionalLong.of(1000),
                        true);
        SinkFactory factory = new SinkFactory(opener, new NativeExchange());
        try (ModelSink sink = factory.directory(target, blueprint)) {
            Models.write(sink, blueprint);
            sink.commit();
        }
    }
}
