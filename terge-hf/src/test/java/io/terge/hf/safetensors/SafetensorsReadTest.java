package io.terge.hf.safetensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terge.hf.Models;
import io.terge.hf.SafetensorsBytes;
import io.terge.model.ModelReference;
import io.terge.spi.format.Claim;
import io.terge.spi.format.ModelSource;
import io.terge.tensor.DType;
import io.terge.tensor.Shape;
import io.terge.tensor.StoredBytes;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.foreign.MemorySegment;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

class SafetensorsReadTest {

    @TempDir private Path folder;

    @Test
    void parametersComeInTheOrderOfTheHeader() throws IOException {
        Path file = folder.resolve("x.safetensors");
        String header =
                "{\"z\":%s,\"a\":%s}"
                        .formatted(
                                SafetensorsBytes.entry("U8", "[1]", 1, 2),
                                SafetensorsBytes.entry("U8", "[1]", 0, 1));
        Files.write(file, SafetensorsBytes.file(header, 2));
        try (ModelSource source = Models.open(file)) {
            assertThat(Models.names(source)).containsExactly("z", "a");
        }
    }

    @Test
    void unknownTypesAreCarriedByTheirOffsets() throws IOException {
        Path file = folder.resolve("x.safetensors");
        new SafetensorsBytes().parameter("w", "F3_X", "[5]", 1, 2).write(file);
        try (ModelSource source = Models.open(file)) {
            assertThat(source.tensor("w").spec().dtype()).isEqualTo(DType.named("F3_X"));
            assertThat(source.tensor("w").spec().shape()).isEqualTo(Shape.of(5));
            assertThat(Models.bytes(source, "w")).containsExactly(1, 2);
        }
    }

    @Test
    void packedTypesFillWholeBytes() throws IOException {
        Path file = folder.resolve("x.safetensors");
        new SafetensorsBytes()
                .parameter("four", "F4", "[3,2]", 1, 2, 3)
                .parameter("six", "F6_E2M3", "[4]", 4, 5, 6)
                .write(file);
        try (ModelSource source = Models.open(file)) {
            assertThat(Models.bytes(source, "four")).containsExactly(1, 2, 3);
            assertThat(Models.bytes(source, "six")).containsExactly(4, 5, 6);
        }
    }

    @Test
    void unknownFieldsOfEntriesAreIgnored() throws IOException {
        Path file = folder.resolve("x.safetensors");
        String header =
                "{\"w\":{\"note\":[{\"a\":null}],\"dtype\":\"U8\",\"shape\":[1],"
                        + "\"data_offsets\":[0,1]}}";
        Files.write(file, SafetensorsBytes.file(header, 1));
        try (ModelSource source = Models.open(file)) {
            assertThat(Models.names(source)).containsExactly("w");
        }
    }

    @Test
    void metadataMayBeNull() throws IOException {
        Path file = folder.resolve("x.safetensors");
        Files.write(file, SafetensorsBytes.file("{\"__metadata__\":null}", 0));
        try (ModelSource source = Models.open(file)) {
            assertThat(source.metadata()).isEmpty();
        }
    }

    @Test
    void aHeaderMayBePadded() throws IOException {
        Path file = folder.resolve("x.safetensors");
        Files.write(file, SafetensorsBytes.file("{} \n\t ", 0));
        try (ModelSource source = Models.open(file)) {
            assertThat(source.parameters()).isEmpty();
        }
    }

    @Test
    void namesMayBeVeryLong() throws IOException {
        Path file = folder.resolve("x.safetensors");
        String name = "n".repeat(200_000);
        new SafetensorsBytes().parameter(name, "U8", "[1]", 9).write(file);
        try (ModelSource source = Models.open(file)) {
            assertThat(Models.bytes(source, name)).containsExactly(9);
        }
    }

    @Test
    void offsetsGoBeyondFourGibibytes() throws IOException {
        Path file = folder.resolve("large.safetensors");
        long large = 5L << 30;
        String header =
                "{\"large\":%s,\"last\":%s}"
                        .formatted(
                                SafetensorsBytes.entry("BF16", "[" + large / 2 + "]", 0, large),
                                SafetensorsBytes.entry("U8", "[3]", large, large + 3));
        byte[] head = SafetensorsBytes.file(header, 0);
        // Sparse: it takes a few blocks on the disk.
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.write(head);
            sparse.setLength(head.length + large + 3);
            sparse.seek(head.length + large - 2);
            sparse.write(new byte[] {0, 0x40, 7, 8, 9}); // 2.0 in BF16, then the last parameter
        }
        try (ModelSource source = Models.open(file)) {
            assertThat(Models.bytes(source, "last")).containsExactly(7, 8, 9);
            double[] end = new double[2];
            source.tensor("large").read(large / 2 - 2, end, 0, 2);
            assertThat(end).containsExactly(0, 2);
        }
    }

    @Test
    void anUnknownNameIsRefused() throws IOException {
        Path file = new SafetensorsBytes().write(folder.resolve("x.safetensors"));
        try (ModelSource source = Models.open(file)) {
            assertThatThrownBy(() -> source.tensor("w"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("'w'");
        }
    }

    @Test
    void closingTwiceIsHarmlessAndEndsAllViews() throws IOException {
        Path file = folder.resolve("x.safetensors");
        new SafetensorsBytes().parameter("w", "U8", "[1]", 9).write(file);
        ModelSource source = Models.open(file);
        var tensor = source.tensor("w");
        source.close();
        source.close();
        StoredBytes stored = tensor.bytes().orElseThrow();
        assertThatThrownBy(() -> stored.read(0, MemorySegment.ofArray(new byte[1])))
                .isInstanceOf(ClosedChannelException.class);
    }

    @Test
    void filesAreRecognizedByTheirNames() throws IOException {
        SafetensorsAdapter adapter = new SafetensorsAdapter();
        Path directory = Files.createDirectory(folder.resolve("d.safetensors"));
        Path file = Files.write(folder.resolve("f.safetensors"), new byte[0]);
        assertThat(adapter.claims(ModelReference.at(file))).isEqualTo(Claim.SPECIFIC);
        assertThat(adapter.claims(ModelReference.at(folder.resolve("gone.safetensors"))))
                .isEqualTo(Claim.SPECIFIC);
        assertThat(adapter.claims(ModelReference.at(directory))).isEqualTo(Claim.NONE);
        assertThat(adapter.claims(ModelReference.at(folder.resolve("f.bin"))))
                .isEqualTo(Claim.NONE);
        assertThat(adapter.claims(ModelReference.at("hub://a/f.safetensors")))
                .isEqualTo(Claim.NONE);
        assertThat(adapter.claims(ModelReference.of("f.safetensors", "text")))
                .isEqualTo(Claim.NONE);
    }

    @Test
    void theHeaderIsReadAsUtf8() throws IOException {
        Path file = folder.resolve("x.safetensors");
        byte[] json =
                ("{\"ä\\u20ac\":" + SafetensorsBytes.entry("U8", "[0]", 0, 0) + "}")
                        .getBytes(StandardCharsets.UTF_8);
        Files.write(file, SafetensorsBytes.file(json.length, json, new byte[0]));
        try (ModelSource source = Models.open(file)) {
            assertThat(Models.names(source)).containsExactly("ä€");
        }
    }
}
