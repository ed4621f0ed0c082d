package io.terge.files.zip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.terge.error.TergeException;
import io.terge.files.OpenFile;
import io.terge.tensor.StoredBytes;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Archives that are right. */
class ZipArchiveTest {

    private static final byte[] TEXT = "hello ".repeat(100).getBytes(UTF_8);

    @TempDir private Path folder;

    @Test
    void archivesOfTheJdkAreRead() throws IOException {
        try (OpenFile file = OpenFile.open(jdkArchive(new byte[0], "a comment"))) {
            ZipArchive archive = ZipArchive.read(file);
            assertThat(archive.entries())
                    .extracting(ZipEntry::name)
                    .containsExactly("stored", "deflated", "folder/", "ключ");
            ZipEntry stored = archive.find("stored").orElseThrow();
            assertThat(stored.isStored()).isTrue();
            assertThat(stored.crc()).isEqualTo(crc(TEXT));
            assertThat(all(archive.bytes(stored))).isEqualTo(TEXT);
            assertThat(all(archive.unchecked(stored))).isEqualTo(TEXT);
            assertThat(all(archive.raw(stored))).isEqualTo(TEXT);
            ZipEntry deflated = archive.find("deflated").orElseThrow();
            assertThat(deflated.isStored()).isFalse();
            assertThat(deflated.size()).isEqualTo(TEXT.length);
            assertThat(archive.raw(deflated).size()).isLessThan(TEXT.length);
            assertThat(archive.find("nothing")).isEmpty();
            for (ZipEntry entry : archive.entries()) {
                byte[] expected = entry.size() == 0 ? new byte[0] : TEXT;
                assertThat(archive.content(entry, TEXT.length)).isEqualTo(expected);
            }
        }
    }

    @Test
    void anArchiveInAnArchiveIsRead() throws IOException {
        byte[] inner = Files.readAllBytes(jdkArchive(new byte[0], ""));
        StoredBytes text = StoredBytes.of(MemorySegment.ofArray(TEXT));
        assertThatThrownBy(() -> ZipArchive.read(text, "'a': 'b'"))
                .hasMessageContaining("'a': 'b' is not a zip archive");
        StoredBytes bytes = StoredBytes.of(MemorySegment.ofArray(inner));
        ZipArchive archive = ZipArchive.read(bytes, "'a': 'b'");
        assertThat(all(archive.bytes(archive.find("stored").orElseThrow()))).isEqualTo(TEXT);
    }

    @Test
    void bytesInFrontOfAnArchiveAreSkipped() throws IOException {
        try (OpenFile file = OpenFile.open(jdkArchive(new byte[1000], ""))) {
            ZipArchive archive = ZipArchive.read(file);
            ZipEntry stored = archive.find("stored").orElseThrow();
            assertThat(stored.start()).isEqualTo(1000 + 30 + "stored".length());
            assertThat(all(archive.bytes(stored))).isEqualTo(TEXT);
        }
    }

    /** Sizes behind the content, padding in front of it, and an unneeded zip64 end record. */
    @Test
    void archivesOfPyTorchAreRead() throws Exception {
        URL url = Objects.requireNonNull(ZipArchiveTest.class.getResource("/zip/torch.pt"));
        try (OpenFile file = OpenFile.open(Path.of(url.toURI()))) {
            ZipArchive archive = ZipArchive.read(file);
            ZipEntry numbers = archive.find("torch/data/0").orElseThrow();
            assertThat(numbers.start() % 64).isZero();
            float[] values = new float[3];
            archive.bytes(numbers).read(0, MemorySegment.ofArray(values));
            assertThat(values).containsExactly(1.5f, -2, 0.25f);
            assertThat(archive.content(archive.find("torch/byteorder").orElseThrow(), 10))
                    .isEqualTo("little".getBytes(UTF_8));
        }
    }

    @Test
    void sizesMayBeInZip64FieldsAlthoughTheyAreSmall() throws IOException {
        RawEntry entry = new RawEntry("a", "hello");
        entry.localSize = -1;
        entry.localCompressed = -1;
        entry.localExtra = RawZip.field(ZipFormat.EXTRA_64, 5, 5);
        entry.size = -1;
        entry.compressed = -1;
        entry.moved = -1;
        entry.centralExtra = RawZip.field(ZipFormat.EXTRA_64, 5, 5, 0);
        for (boolean zip64 : new boolean[] {false, true}) {
            RawZip zip = new RawZip(entry);
            zip.zip64 = zip64;
            zip.comment = "comment".getBytes(UTF_8);
            try (OpenFile file = OpenFile.open(write(zip.bytes()))) {
                ZipArchive archive = ZipArchive.read(file);
                assertThat(all(archive.bytes(archive.entries().getFirst())))
                        .isEqualTo("hello".getBytes(UTF_8));
            }
        }
    }

    @Test
    void entriesOf4GiBAndEntriesBehindThemAreRead() throws IOException {
        long size = (1L << 32) + 5;
        PlannedEntry large =
                PlannedEntry.at(0, "large", new ParameterContent(new byte[0], "p", size), 64);
        PlannedEntry small = PlannedEntry.at(large.end(), "small", new KnownContent(TEXT), 64);
        Path path = folder.resolve("large.zip");
        try (FileChannel channel =
                FileChannel.open(
                        path,
                        StandardOpenOption.CREATE_NEW,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.SPARSE)) {
            // A hole in the file: it takes no room on the disk.
            channel.write(large.localHeader(0), large.local());
            channel.write(small.localHeader(crc(TEXT)), small.local());
            channel.write(ByteBuffer.wrap(TEXT), small.start());
        }
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
            ByteBuffer first = large.centralHeader(0);
            ByteBuffer second = small.centralHeader(crc(TEXT));
            long directory = small.end();
            int bytes = first.limit() + second.limit();
            channel.write(first, directory);
            channel.write(second, directory + first.limit());
            channel.write(end64(directory, bytes), directory + bytes);
        }
        try (OpenFile file = OpenFile.open(path)) {
            ZipArchive archive = ZipArchive.read(file);
            ZipEntry found = archive.find("large").orElseThrow();
            assertThat(found.size()).isEqualTo(size);
            assertThat(archive.bytes(found).size()).isEqualTo(size);
            assertThat(all(archive.bytes(archive.find("small").orElseThrow()))).isEqualTo(TEXT);
        }
        try (ZipFile zip = new ZipFile(path.toFile())) {
            assertThat(zip.getEntry("large").getSize()).isEqualTo(size);
            assertThat(zip.getInputStream(zip.getEntry("small")).readAllBytes()).isEqualTo(TEXT);
        }
    }

    private static ByteBuffer end64(long directory, long bytes) {
        ByteBuffer end = ZipFormat.little(56 + 20 + 22).putInt(ZipFormat.END_64).putLong(44);
        end.putInt(0).putInt(0).putInt(0).putLong(2).putLong(2).putLong(bytes).putLong(directory);
        end.putInt(ZipFormat.LOCATOR_64).putInt(0).putLong(directory + bytes).putInt(1);
        end.putInt(ZipFormat.END).putInt(0).putShort((short) 2).putShort((short) 2);
        return end.putInt((int) bytes).putInt(-1).putShort((short) 0).flip();
    }

    @Test
    void compressedAndEncryptedEntriesHaveNoBytes() throws IOException {
        RawEntry secret = new RawEntry("secret", "hello");
        secret.centralFlags |= 1;
        secret.localFlags |= 1;
        RawEntry other = new RawEntry("other", "hello");
        other.method = 12;
        other.localMethod = 12;
        try (OpenFile file = OpenFile.open(write(new RawZip(secret, other).bytes()))) {
            ZipArchive archive = ZipArchive.read(file);
            for (ZipEntry entry : archive.entries()) {
                rejected(() -> archive.bytes(entry), ZipCode.ZIP_COMPRESSED);
                rejected(() -> archive.unchecked(entry), ZipCode.ZIP_COMPRESSED);
                rejected(() -> archive.content(entry, 100), ZipCode.ZIP_COMPRESSED);
                assertThat(all(archive.raw(entry))).isEqualTo("hello".getBytes(UTF_8));
            }
        }
    }

    @Test
    void lyingContentIsRejected() throws IOException {
        Path path = jdkArchive(new byte[0], "");
        byte[] bytes = Files.readAllBytes(path);
        try (OpenFile file = OpenFile.open(path)) {
            ZipArchive archive = ZipArchive.read(file);
            ZipEntry deflated = archive.find("deflated").orElseThrow();
            rejected(() -> archive.content(deflated, TEXT.length - 1), ZipCode.ZIP_INVALID);
            for (int error : new int[] {-1, 1, 1000, -TEXT.length}) {
                ZipEntry lie = resized(deflated, error);
                rejected(() -> lying(archive, lie), ZipCode.ZIP_INVALID);
            }
        }
        int stored = 30 + "stored".length();
        bytes[stored] ^= 1;
        try (OpenFile file = OpenFile.open(write(bytes))) {
            ZipArchive archive = ZipArchive.read(file);
            ZipEntry damaged = archive.find("stored").orElseThrow();
            rejected(() -> archive.content(damaged, 1000), ZipCode.CHECKSUM_MISMATCH);
            rejected(() -> all(archive.bytes(damaged)), ZipCode.CHECKSUM_MISMATCH);
            assertThat(all(archive.unchecked(damaged))).hasSize(TEXT.length);
        }
    }

    private static ZipEntry resized(ZipEntry entry, int by) {
        return new ZipEntry(
                entry.name(),
                entry.method(),
                false,
                entry.crc(),
                entry.size() + by,
                entry.compressedSize(),
                entry.start());
    }

    private static byte[] lying(ZipArchive archive, ZipEntry lie) throws IOException {
        ZipEntry right = archive.find(lie.name()).orElseThrow();
        ZipProblems problems = new ZipProblems("'x.zip'");
        return new EntryContent(archive.raw(right), lie, problems).read(10_000);
    }

    @Test
    void anEntryOfAnotherArchiveIsAMistake() throws IOException {
        try (OpenFile file = OpenFile.open(jdkArchive(new byte[0], ""))) {
            ZipArchive archive = ZipArchive.read(file);
            ZipEntry other = resized(archive.find("stored").orElseThrow(), 1);
            assertThatThrownBy(() -> archive.bytes(other))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static void rejected(ThrowingCallable call, ZipCode code) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        TergeException.class,
                        failure -> assertThat(failure.code()).isEqualTo(code));
    }

    private Path jdkArchive(byte[] prefix, String comment) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setComment(comment);
            java.util.zip.ZipEntry stored = new java.util.zip.ZipEntry("stored");
            stored.setMethod(java.util.zip.ZipEntry.STORED);
            stored.setSize(TEXT.length);
            stored.setCrc(Integer.toUnsignedLong(crc(TEXT)));
            zip.putNextEntry(stored);
            zip.write(TEXT);
            zip.putNextEntry(new java.util.zip.ZipEntry("deflated"));
            zip.write(TEXT);
            zip.putNextEntry(new java.util.zip.ZipEntry("folder/"));
            zip.putNextEntry(new java.util.zip.ZipEntry("ключ"));
            zip.write(TEXT);
        }
        byte[] whole = new byte[prefix.length + bytes.size()];
        System.arraycopy(bytes.toByteArray(), 0, whole, prefix.length, bytes.size());
        return write(whole);
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("x.zip"), bytes);
    }

    private static byte[] all(StoredBytes bytes) throws IOException {
        byte[] all = new byte[Math.toIntExact(bytes.size())];
        bytes.read(0, MemorySegment.ofArray(all));
        return all;
    }

    private static int crc(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return (int) crc.getValue();
    }
}
