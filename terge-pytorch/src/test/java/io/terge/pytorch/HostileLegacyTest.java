package io.terge.pytorch;

import static io.terge.pytorch.PickleText.dict;
import static io.terge.pytorch.PickleText.floats;
import static io.terge.pytorch.PickleText.list;
import static io.terge.pytorch.PickleText.number;
import static io.terge.pytorch.PickleText.pickle;
import static io.terge.pytorch.PickleText.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.error.ErrorCode;
import io.terge.error.TergeCode;
import io.terge.pytorch.problem.TorchCode;
import io.terge.spi.format.ModelSource;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files of PyTorch before 1.6 that contradict themselves are rejected, and say why. */
@Timeout(60)
class HostileLegacyTest {

    private static final String MAGIC = "\u008a\nl\u00fc\u009cF\u00f9 j\u00a8P\u0019";
    private static final String LITTLE = dict(text("little_endian"), "\u0088");
    private static final String BIG = dict(text("little_endian"), "\u0089");
    private static final String MODEL = dict(text("w"), floats("k", 2));

    @TempDir Path directory;

    @Test
    void aFileThatIsAsItShouldBe() throws IOException {
        try (ModelSource source = Checkpoint.open(file(MODEL, LITTLE, list(text("k")), 2, 8))) {
            assertThat(Expected.allOf(source)).hasSize(1);
        }
    }

    @Test
    void theListOfStorages() throws IOException {
        assertInvalid(file(MODEL, LITTLE, list(), 2, 8), "has no storage 'k'");
        assertInvalid(file(MODEL, LITTLE, number(1), 2, 8), "no list of storages");
        assertInvalid(file(MODEL, LITTLE, list(number(1)), 2, 8), "malformed list of storages");
        assertInvalid(file(MODEL, LITTLE, list(text("x")), 2, 8), "storage 'x' that no tensor");
        assertInvalid(
                file(MODEL, LITTLE, list(text("k"), text("k")), 2, 8, 2, 8),
                "lists the storage 'k'");
    }

    @Test
    void theNumbersOfElements() throws IOException {
        for (long count : new long[] {0, 1, 3, -1, Long.MAX_VALUE, Long.MIN_VALUE}) {
            assertInvalid(
                    file(MODEL, LITTLE, list(text("k")), count, 8),
                    "expected 2 elements in the storage 'k', got " + count);
        }
        assertRejected(
                file(MODEL, LITTLE, list(text("k")), 2, 7),
                TergeCode.FILE_TRUNCATED,
                "is truncated: expected 8 bytes");
        assertRejected(
                file(dict(text("w"), floats("k", 1L << 60)), LITTLE, list(text("k")), 1L << 60, 8),
                TergeCode.FILE_TRUNCATED,
                "is truncated");
    }

    @Test
    void theByteOrder() throws IOException {
        assertRejected(
                file(MODEL, BIG, list(text("k")), 2, 8),
                TorchCode.TORCH_UNSUPPORTED,
                "is big-endian");
    }

    @Test
    void otherPickles() throws IOException {
        Path file = Files.write(directory.resolve("model.pt"), pickle(MODEL));
        assertInvalid(file, "not one of torch.save");
        Path empty = Files.write(directory.resolve("model.pt"), new byte[0]);
        assertRejected(empty, TergeCode.FILE_TRUNCATED, "is empty");
        Path lfs = Files.writeString(directory.resolve("model.pt"), "version https://git-lfs.x");
        assertInvalid(lfs, "Git LFS");
        Path other = Files.writeString(directory.resolve("model.pt"), "<html>");
        assertInvalid(other, "is neither a zip archive nor");
        assertInvalid(file("\u0002\0\0\0\0\0\0\0{}"), "looks like a safetensors file");
        assertInvalid(file("\u0003\0\0\0\0\0\0\0{}"), "is neither a zip archive nor");
        assertInvalid(file("GGUF\u0003\0\0\0"), "looks like a GGUF file");
    }

    private Path file(String content) throws IOException {
        return Files.writeString(directory.resolve("model.pt"), content);
    }

    /** Writes a file; the numbers are the number of elements and of bytes of each storage. */
    private Path file(String object, String machine, String keys, long... storages)
            throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(pickle(MAGIC));
        bytes.writeBytes(pickle(number(1001)));
        bytes.writeBytes(pickle(machine));
        bytes.writeBytes(pickle(object));
        bytes.writeBytes(pickle(keys));
        for (int i = 0; i < storages.length; i += 2) {
            bytes.writeBytes(PickleText.bytes(storages[i]));
            bytes.writeBytes(new byte[(int) storages[i + 1]]);
        }
        return Files.write(directory.resolve("model.pt"), bytes.toByteArray());
    }

    private static void assertInvalid(Path file, String message) {
        assertRejected(file, TorchCode.TORCH_INVALID, message);
    }

    private static void assertRejected(Path file, ErrorCode code, String message) {
        Rejections.assertRejected(() -> Checkpoint.open(file).close(), code, message);
    }
}
