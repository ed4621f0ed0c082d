package io.terge.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

class LargeTensorTest {

    private static final int ELEMENTS = 100_000_000;
    private static final long LIMIT = 64_000_000;
    private static final long JVM = 100_000_000;

    @TempDir Path folder;

    @Test
    void memoryIsLimitedWhateverTheSizeOfATensor() throws Exception {
        assumeTrue(Files.exists(Path.of("/proc/self/status")), "The peak is exact on Linux only");
        Path a = sparse("a", 1, 3);
        Path b = sparse("b", 2, 5);
        Path report = folder.resolve("report.json");

        try (Child child =
                Child.startWith(
                        folder,
                        List.of("-Xmx64m"),
                        "merge",
                        a,
                        b,
                        "--out",
                        "out.safetensors",
                        "--max-memory",
                        "64MB",
                        "--json-report",
                        report)) {
            assertThat(child.rest()).contains("1 parameter merged");
            assertThat(child.status()).isZero();
        }

        assertThat(JsonNumbers.read(report, "bytesRead")).isEqualTo(2 * 4.0 * ELEMENTS);
        assertThat(JsonNumbers.read(report, "peakMemoryBytes"))
                .isBetween(10_000_000.0, (double) (LIMIT + JVM));
        Path out = folder.resolve("out.safetensors");
        assertThat(element(out, 0)).isEqualTo(1.5f);
        assertThat(element(out, ELEMENTS / 2)).isZero();
        assertThat(element(out, ELEMENTS - 1)).isEqualTo(4);
    }

    /** A model of one tensor, of which only the first and the last element are on the disk. */
    private Path sparse(String name, float first, float last) throws IOException {
        byte[] header =
                "{\"w\":{\"dtype\":\"F32\",\"shape\":[%d],\"data_offsets\":[0,%d]}}"
                        .formatted(ELEMENTS, 4L * ELEMENTS)
                        .getBytes(StandardCharsets.UTF_8);
        Path file = folder.resolve(name + ".safetensors");
        try (SeekableByteChannel bytes =
                Files.newByteChannel(
                        file,
                        StandardOpenOption.CREATE_NEW,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.SPARSE)) {
            bytes.write(
                    ByteBuffer.wrap(
                            TensorFile.prefixed(header.length, header, TensorFile.bytes(first))));
            bytes.position(Long.BYTES + header.length + 4L * (ELEMENTS - 1));
            bytes.write(ByteBuffer.wrap(TensorFile.bytes(last)));
        }
        return file;
    }

    private static float element(Path file, int index) throws IOException {
        try (SeekableByteChannel bytes = Files.newByteChannel(file)) {
            ByteBuffer number = ByteBuffer.allocate(Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            bytes.position(bytes.size() - 4L * (ELEMENTS - index));
            while (number.hasRemaining() && bytes.read(number) >= 0) {
                continue;
            }
            return number.flip().getFloat();
        }
    }
}
