package io.terge.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.tensor.StoredBytes;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.EOFException;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;

class OpenFileTest {

    @TempDir private Path folder;
    private Path path = Path.of("");

    @BeforeEach
    void makeFile() throws IOException {
        path = Files.writeString(folder.resolve("file"), "0123456789");
    }

    @Test
    void aRunOfBytesIsReadFromWhereItStarts() throws IOException {
        try (OpenFile file = OpenFile.open(path)) {
            assertThat(file.path()).isEqualTo(path);
            assertThat(file.size()).isEqualTo(10);
            StoredBytes bytes = file.bytes(2, 6);
            assertThat(bytes.size()).isEqualTo(6);
            assertThat(text(bytes, 0, 6)).isEqualTo("234567");
            assertThat(text(bytes, 1, 2)).isEqualTo("34");
            assertThat(text(file.bytes(10, 0), 0, 0)).isEmpty();
        }
    }

    @Test
    void memoryOfAnyKindIsFilled() throws IOException {
        try (OpenFile file = OpenFile.open(path);
                Arena arena = Arena.ofConfined()) {
            MemorySegment memory = arena.allocate(3);
            file.bytes(0, 10).read(7, memory);
            assertThat(memory.toArray(ValueLayout.JAVA_BYTE)).containsExactly('7', '8', '9');
            double[] number = new double[1];
            file.bytes(1, 8).read(0, MemorySegment.ofArray(number));
            assertThat(MemorySegment.ofArray(number).get(ValueLayout.JAVA_BYTE, 7))
                    .isEqualTo((byte) '8');
        }
    }

    @Test
    void whatIsNotWithinIsRefused() throws IOException {
        try (OpenFile file = OpenFile.open(path)) {
            for (long[] outside : new long[][] {{-1, 1}, {0, -1}, {0, 11}, {9, 2}, {11, 0}}) {
                assertThatThrownBy(() -> file.bytes(outside[0], outside[1]))
                        .isInstanceOf(IndexOutOfBoundsException.class);
            }
            StoredBytes bytes = file.bytes(0, 5);
            MemorySegment two = MemorySegment.ofArray(new byte[2]);
            assertThatThrownBy(() -> bytes.read(4, two))
                    .isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> bytes.read(-1, two))
                    .isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    @Test
    void aFileThatIsCutShortIsAFailedRead() throws IOException {
        try (OpenFile file = OpenFile.open(path)) {
            StoredBytes bytes = file.bytes(0, 10);
            Files.writeString(path, "01");
            assertThatThrownBy(() -> text(bytes, 0, 10)).isInstanceOf(EOFException.class);
        }
    }

    @Test
    void closingTwiceIsHarmlessAndEndsAllReading() throws IOException {
        OpenFile file = OpenFile.open(path);
        StoredBytes bytes = file.bytes(0, 10);
        file.close();
        file.close();
        assertThatThrownBy(() -> text(bytes, 0, 1)).isInstanceOf(ClosedChannelException.class);
    }

    @Test
    void whatIsMissingIsNamed() throws IOException {
        Path gone = folder.resolve("gone");
        Path link = Files.createSymbolicLink(folder.resolve("link"), gone);
        assertThatThrownBy(() -> OpenFile.open(gone))
                .isInstanceOfSatisfying(
                        TergeException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(TergeCode.MODEL_NOT_FOUND))
                .hasMessageContaining("'" + gone + "' does not exist");
        assertThatThrownBy(() -> OpenFile.open(link))
                .isInstanceOf(TergeException.class)
                .hasMessageContaining(link + "' is a broken symbolic link");
    }

    @Test
    void whatIsNoFileIsNotOpened() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder);
        assertThatThrownBy(() -> OpenFile.open(link))
                .isInstanceOf(FileSystemException.class)
                .hasMessageContaining(link.toString());
    }

    private static String text(StoredBytes bytes, long offset, int count) throws IOException {
        byte[] text = new byte[count];
        bytes.read(offset, MemorySegment.ofArray(text));
        return new String(text, StandardCharsets.US_ASCII);
    }

    @Test
    void aFileThatIsOverwrittenWhileItIsOpenIsNoticed() throws IOException {
        Path path = Files.writeString(folder.resolve("changing"), "12345678");
        Files.setLastModifiedTime(path, FileTime.fromMillis(1_000_000));
        try (OpenFile file = OpenFile.open(path)) {
            file.checkUnchanged();
            Files.writeString(path, "abcdefgh");
            assertChanged(file, "it was written to at");
            Files.writeString(path, "longer than that");
            assertChanged(file, "expected 8 bytes, got 16");
            Files.delete(path);
            assertChanged(file, "it was removed");
        }
    }

    @Test
    void aFileThatIsReplacedWhileItIsOpenIsNoticed() throws IOException {
        Path path = Files.writeString(folder.resolve("changing"), "12345678");
        FileTime time = Files.getLastModifiedTime(path);
        try (OpenFile file = OpenFile.open(path)) {
            Path other = Files.writeString(folder.resolve("other"), "abcdefgh");
            Files.move(other, path, StandardCopyOption.REPLACE_EXISTING);
            Files.setLastModifiedTime(path, time);
            assertChanged(file, "it was replaced by another file");
        }
    }

    private static void assertChanged(OpenFile file, String how) {
        assertThatThrownBy(file::checkUnchanged)
                .hasMessageContaining("[MODEL_CHANGED]")
                .hasMessageContaining("'" + file.path() + "' changed while it was read: " + how);
    }
}
