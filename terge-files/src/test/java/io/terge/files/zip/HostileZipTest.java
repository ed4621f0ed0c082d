package io.terge.files.zip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.terge.error.ErrorCode;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.files.OpenFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;

/** Archives that are wrong, or that two readers would understand in two ways. */
class HostileZipTest {

    @TempDir private Path folder;

    @Test
    void contradictingEntriesAreRejected() throws IOException {
        rejected(entry -> entry.localName = "b".getBytes(UTF_8), "has another name in front");
        rejected(entry -> entry.localName = "aa".getBytes(UTF_8), "has another name in front");
        rejected(entry -> entry.moved = 1, "is not where the directory says");
        rejected(entry -> entry.moved = 1 << 20, "is not within the archive");
        rejected(entry -> entry.moved = -1, "is not within the archive");
        rejected(entry -> entry.compressed = 1 << 20, "is not within the archive");
        rejected(entry -> entry.size = 4, "has 5 bytes in place of 4");
        rejected(entry -> entry.localSize = 4, "contradicts the directory");
        rejected(entry -> entry.localCompressed = 4, "contradicts the directory");
        rejected(entry -> entry.localCrc = 4, "contradicts the directory");
        rejected(entry -> entry.localMethod = 8, "contradicts the directory");
        rejected(entry -> entry.localFlags = 1, "contradicts the directory");
        rejected(entry -> entry.disk = 1, "is in another file");
        rejected(entry -> entry.localExtra = new byte[0xffff], "is not within the archive", 0x7fff);
    }

    @Test
    void malformedExtraFieldsAreRejected() throws IOException {
        rejected(
                entry -> entry.centralExtra = new byte[] {1, 0, 9, 0, 1},
                "has a malformed extra field");
        byte[] field = RawZip.field(1, 5);
        byte[] twice = ByteBuffer.allocate(24).put(field).put(field).array();
        rejected(entry -> entry.centralExtra = twice, "has an extra field twice");
        rejected(
                entry -> {
                    entry.size = -1;
                    entry.compressed = -1;
                    entry.centralExtra = RawZip.field(1, 5);
                },
                "has a zip64 field that is too short");
        rejected(
                entry -> {
                    entry.size = -1;
                    entry.compressed = -1;
                    entry.centralExtra = RawZip.field(1, -5, -5);
                },
                "is not within the archive");
        rejected(
                entry -> entry.centralExtra = RawZip.field(ZipFormat.EXTRA_NAME, 77),
                "has two names");
    }

    @Test
    void overlappingEntriesAreRejected() throws IOException {
        RawEntry outer = new RawEntry("a", "x".repeat(100));
        RawEntry inner = new RawEntry("b", "hello");
        ByteArrayOutputStream nested = new ByteArrayOutputStream();
        nested.writeBytes(new RawZip(inner).bytes());
        outer.content = nested.toByteArray();
        outer.size = outer.content.length;
        outer.localSize = outer.size;
        outer.compressed = outer.size;
        outer.localCompressed = outer.size;
        inner.moved = -outer.size;
        rejected(new RawZip(outer, inner).bytes(), ZipCode.ZIP_INVALID, "'b' overlaps another");
        RawEntry first = new RawEntry("a", "hello");
        RawEntry same = new RawEntry("a ", "hello");
        same.moved = -36;
        rejected(new RawZip(first, same).bytes(), ZipCode.ZIP_INVALID, "overlaps another entry");
    }

    @Test
    void aNameThatOccursTwiceIsRejected() throws IOException {
        RawZip zip = new RawZip(new RawEntry("a", "1"), new RawEntry("a", "2"));
        rejected(zip.bytes(), TergeCode.DUPLICATE_NAME, "zip': 'a' exists twice");
        RawZip path = new RawZip(new RawEntry("a/b", "1"), new RawEntry("a\\b", "2"));
        rejected(path.bytes(), TergeCode.DUPLICATE_NAME, "exists twice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/a", "/", "..", "../a", "a/../b", "a/..", "..\\a", "\\a", "a\0b"})
    void unsafeNamesAreRejected(String name) throws IOException {
        rejected(
                new RawZip(new RawEntry(name, "x")).bytes(),
                TergeCode.UNSAFE_PATH,
                "has a name that");
    }

    @Test
    void namesThatAreNotUtf8AreRejected() throws IOException {
        rejected(
                entry -> {
                    entry.localName = "\u00e9".getBytes(ISO_8859_1);
                    entry.centralName = entry.localName;
                },
                "has a name that is not UTF-8");
    }

    @Test
    void contradictingEndRecordsAreRejected() throws IOException {
        RawZip zip = new RawZip(new RawEntry("a", "hello"));
        int end = zip.bytes().length - 22;
        rejected(patched(zip, end + 4, 1), ZipCode.ZIP_INVALID, "in several files");
        rejected(patched(zip, end + 10, 2), ZipCode.ZIP_INVALID, "in several files");
        rejected(patchedInt(zip, end + 8, 0x0002_0002), ZipCode.ZIP_INVALID, "malformed directory");
        rejected(patchedInt(zip, end + 8, 0), ZipCode.ZIP_INVALID, "has data after the 0 entries");
        rejected(patchedInt(zip, end + 12, 1 << 20), ZipCode.ZIP_INVALID, "not within the file");
        rejected(patchedInt(zip, end + 12, 46), ZipCode.ZIP_INVALID, "malformed directory");
        rejected(patchedInt(zip, end + 16, 1 << 20), ZipCode.ZIP_INVALID, "but expected it at");
        rejected(patchedInt(zip, end + 16, 1), ZipCode.ZIP_INVALID, "is not within the archive");
        rejected(patched(zip, end + 20, 1), TergeCode.FILE_TRUNCATED, "truncated");
        rejected(Arrays.copyOf(zip.bytes(), end + 23), ZipCode.ZIP_INVALID, "has data");
        zip.comment = new RawZip().bytes();
        rejected(zip.bytes(), ZipCode.ZIP_INVALID, "has two end records");
    }

    @Test
    void contradictingZip64RecordsAreRejected() throws IOException {
        RawZip zip = new RawZip(new RawEntry("a", "hello"));
        zip.zip64 = true;
        int locator = zip.bytes().length - 22 - 20;
        int record = locator - 56;
        String contradict = "that contradict each other";
        rejected(patched(zip, record + 24, 2), ZipCode.ZIP_INVALID, contradict);
        rejected(patched(zip, record + 32, 2), ZipCode.ZIP_INVALID, contradict);
        rejected(patched(zip, record + 40, 2), ZipCode.ZIP_INVALID, contradict);
        rejected(patched(zip, record + 48, 2), ZipCode.ZIP_INVALID, contradict);
        rejected(patched(zip, record + 16, 2), ZipCode.ZIP_INVALID, contradict);
        rejected(patched(zip, record, 2), ZipCode.ZIP_INVALID, "has no zip64 end record");
        rejected(patched(zip, record + 4, 45), ZipCode.ZIP_INVALID, "unsupported version");
        rejected(patched(zip, locator + 8, 2), ZipCode.ZIP_INVALID, "points elsewhere");
        rejected(patched(zip, locator + 4, 2), ZipCode.ZIP_INVALID, "points elsewhere");
    }

    @Test
    void hugeDirectoriesAreRejectedBeforeTheyAreRead() throws IOException {
        RawZip zip = new RawZip(new RawEntry("a", "hello"));
        zip.zip64 = true;
        byte[] bytes = zip.bytes();
        ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int end = bytes.length - 22;
        int record = end - 20 - 56;
        file.putInt(end + 8, -1).putLong(record + 24, 1_000_001).putLong(record + 32, 1_000_001);
        rejected(bytes, ZipCode.ZIP_INVALID, "has more than 1000000 entries");
        file.putLong(record + 24, Long.MIN_VALUE).putLong(record + 32, Long.MIN_VALUE);
        rejected(bytes, ZipCode.ZIP_INVALID, "has more than 1000000 entries");
        file.putLong(record + 24, 1).putLong(record + 32, 1);
        file.putInt(end + 12, -1).putLong(record + 40, Long.MIN_VALUE);
        rejected(bytes, ZipCode.ZIP_INVALID, "not within the file");
        file.putLong(record + 40, 52).putInt(end + 16, -1).putLong(record + 48, Long.MIN_VALUE);
        rejected(bytes, ZipCode.ZIP_INVALID, "not within the file");
    }

    @Test
    void otherFilesAreRejected() throws IOException {
        rejected(new byte[0], TergeCode.FILE_TRUNCATED, "is truncated");
        rejected(new byte[] {'P'}, TergeCode.FILE_TRUNCATED, "is truncated");
        rejected("hello".getBytes(UTF_8), ZipCode.ZIP_INVALID, "is not a zip archive");
        rejected(new byte[100_000], ZipCode.ZIP_INVALID, "is not a zip archive");
    }

    private void rejected(Consumer<RawEntry> wrong, String message) throws IOException {
        rejected(wrong, message, 0);
    }

    private void rejected(Consumer<RawEntry> wrong, String message, int cut) throws IOException {
        RawEntry entry = new RawEntry("a", "hello");
        wrong.accept(entry);
        byte[] bytes = new RawZip(entry).bytes();
        if (cut > 0) {
            // Without these bytes the local header tells of more than there are.
            byte[] shorter = new byte[bytes.length - cut];
            System.arraycopy(bytes, 0, shorter, 0, 100);
            System.arraycopy(bytes, 100 + cut, shorter, 100, shorter.length - 100);
            ByteBuffer file = ByteBuffer.wrap(shorter).order(ByteOrder.LITTLE_ENDIAN);
            file.putInt(shorter.length - 6, file.getInt(shorter.length - 6) - cut);
            bytes = shorter;
        }
        rejected(bytes, ZipCode.ZIP_INVALID, message);
    }

    private void rejected(byte[] zip, ErrorCode code, String message) throws IOException {
        Path path = Files.write(folder.resolve("x.zip"), zip);
        try (OpenFile file = OpenFile.open(path)) {
            assertThatThrownBy(() -> ZipArchive.read(file))
                    .hasMessageContaining("x.zip'")
                    .hasMessageContaining(message)
                    .isInstanceOfSatisfying(
                            TergeException.class,
                            failure -> assertThat(failure.code()).isEqualTo(code));
        }
    }

    private static byte[] patched(RawZip zip, int at, int number) {
        byte[] bytes = zip.bytes();
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putShort(at, (short) number);
        return bytes;
    }

    private static byte[] patchedInt(RawZip zip, int at, int number) {
        byte[] bytes = zip.bytes();
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(at, number);
        return bytes;
    }
}
