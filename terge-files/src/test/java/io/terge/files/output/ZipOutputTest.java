package io.terge.files.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.files.staging.OutputTarget;
import io.terge.spi.format.ModelSink;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A format whose checksums are known only after the last weight: a zip of stored entries, which the
 * JDK reads and checks.
 */
class ZipOutputTest {

    private static final int LOCAL_HEADER = 30;

    @TempDir private Path folder;

    @Test
    void checksumsAndTheDirectoryOfAZipAreWrittenInTheCommit() throws IOException {
        Map<String, Integer> sizes = new LinkedHashMap<>();
        sizes.put("a.npy", 5000);
        sizes.put("b.npy", 3);
        Map<String, Span> places = places(sizes);
        Path file = folder.resolve("x.npz");
        try (ModelSink sink =
                ModelOutput.file(
                        OutputTarget.file(file),
                        false,
                        FileLayout.of(new byte[0], places),
                        zip -> complete(zip, places))) {
            for (Map.Entry<String, Integer> entry : sizes.entrySet()) {
                sink.write(entry.getKey(), 0, MemorySegment.ofArray(contents(entry.getValue())));
            }
            sink.commit();
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName)).containsExactly("a.npy", "b.npy");
            for (Map.Entry<String, Integer> entry : sizes.entrySet()) {
                ZipEntry found = zip.getEntry(entry.getKey());
                byte[] expected = contents(entry.getValue());
                CRC32 crc = new CRC32();
                crc.update(expected);
                assertThat(found.getCrc()).isEqualTo(crc.getValue());
                assertThat(zip.getInputStream(found).readAllBytes()).isEqualTo(expected);
            }
        }
    }

    private static Map<String, Span> places(Map<String, Integer> sizes) {
        Map<String, Span> places = new LinkedHashMap<>();
        long position = 0;
        for (Map.Entry<String, Integer> entry : sizes.entrySet()) {
            Span place =
                    new Span(position + LOCAL_HEADER + entry.getKey().length(), entry.getValue());
            places.put(entry.getKey(), place);
            position = place.end();
        }
        return places;
    }

    private static void complete(OutputFile file, Map<String, Span> places) throws IOException {
        ByteArrayOutputStream directory = new ByteArrayOutputStream();
        long end = 0;
        for (Map.Entry<String, Span> entry : places.entrySet()) {
            byte[] name = entry.getKey().getBytes(StandardCharsets.US_ASCII);
            Span place = entry.getValue();
            ByteBuffer common = common(crc(file, place), (int) place.size(), name.length);
            long start = place.start() - LOCAL_HEADER - name.length;
            ByteBuffer local = little(LOCAL_HEADER + name.length);
            local.putInt(0x04034b50).put(common.duplicate()).put(name);
            file.write(start, MemorySegment.ofArray(local.array()));
            ByteBuffer central = little(46 + name.length);
            central.putInt(0x02014b50).putShort((short) 20).put(common.duplicate());
            central.putShort((short) 0).putShort((short) 0).putShort((short) 0).putInt(0);
            central.putInt((int) start).put(name);
            directory.writeBytes(central.array());
            end = place.end();
        }
        ByteBuffer last = little(22).putInt(0x06054b50).putInt(0);
        last.putShort((short) places.size()).putShort((short) places.size());
        last.putInt(directory.size()).putInt((int) end).putShort((short) 0);
        directory.writeBytes(last.array());
        file.write(end, MemorySegment.ofArray(directory.toByteArray()));
    }

    /**
     * From the version on to the length of the extra field, which local and central headers share.
     */
    private static ByteBuffer common(int crc, int size, int name) {
        ByteBuffer fields = little(26).putShort((short) 20).putShort((short) 0).putShort((short) 0);
        fields.putInt(0x00210000).putInt(crc).putInt(size).putInt(size);
        return fields.putShort((short) name).putShort((short) 0).flip();
    }

    private static int crc(OutputFile file, Span place) throws IOException {
        byte[] bytes = new byte[(int) place.size()];
        file.bytes(place.start(), place.size()).read(0, MemorySegment.ofArray(bytes));
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return (int) crc.getValue();
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] contents(int size) {
        byte[] bytes = new byte[size];
        for (int i = 0; i < size; i++) {
            bytes[i] = (byte) (i * 7 + size);
        }
        return bytes;
    }
}
