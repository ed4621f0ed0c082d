package io.terge.pytorch;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.terge.pytorch.archive.FileStart;
import io.terge.pytorch.problem.TorchCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class TarHeaderTest {

    private static final int SIZE = 512;

    /** PyTorch reads it as a tar archive, whatever pickle its first name is. */
    @Test
    void aTarArchiveThatStartsLikeAPickleIsRejected(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("model.pt");
        Files.writeString(file, header("\u0080\u0002N."), ISO_8859_1);
        Rejections.assertRejected(
                () -> Checkpoint.open(file), TorchCode.TORCH_UNSUPPORTED, "is a tar archive");
    }

    @Test
    void archivesAreRecognisedByTheirMagicNumberOrTheirSum() {
        String header = header("pickle");
        assertThat(new FileStart(header).isTar()).isTrue();
        assertThat(new FileStart("x" + header.substring(1)).isTar()).isFalse();
        assertThat(new FileStart(header.substring(1)).isTar()).isFalse();
        assertThat(new FileStart(" ".repeat(257) + "ustar" + " ".repeat(250)).isTar()).isTrue();
        assertThat(new FileStart("\0".repeat(SIZE)).isTar()).isFalse();
    }

    /** The header of a file of 10 bytes in an archive of before there was a magic number. */
    private static String header(String name) {
        String fields = "0000644\0" + "0000000\0".repeat(2) + "00000000012\0" + "0".repeat(12);
        String start = name + "\0".repeat(100 - name.length()) + fields;
        int sum = 8 * ' ' + start.chars().sum();
        return start + "%06o\0 ".formatted(sum) + "\0".repeat(SIZE - start.length() - 8);
    }
}
