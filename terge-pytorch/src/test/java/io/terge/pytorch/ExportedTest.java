package io.terge.pytorch;

import static io.terge.pytorch.Rejections.assertRejected;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.terge.pytorch.problem.TorchCode;
import io.terge.spi.format.ModelSource;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.SequencedMap;

/** Archives of {@code torch.export} are read as PyTorch reads them. */
class ExportedTest {

    @TempDir private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"network", "network_bf16", "tied", "constant", "views", "types"})
    void tensorsAreAsPyTorchSaysInTheOrderOfTheFile(String name) throws IOException {
        Program program = new Program(name);
        try (ModelSource source = Checkpoint.open(program.path())) {
            assertThat(Expected.allOf(source)).isEqualTo(program.expected());
            assertThat(source.warnings()).hasSize(name.equals("constant") ? 1 : 0);
            assertThat(source.details()).containsEntry("layout", "torch.export archive");
            assertThat(source.details().get("names in the pickles"))
                    .contains("'torch._utils._rebuild_tensor_v2'");
        }
    }

    @Test
    void twoNamesOfOneStorageAreTied() throws IOException {
        try (ModelSource source = Checkpoint.open(new Program("tied").path())) {
            assertThat(source.ties()).isEqualTo(Map.of("second.weight", "first.weight"));
        }
    }

    @Test
    void stridesAreTold() throws IOException {
        try (ModelSource source = Checkpoint.open(new Program("views").path())) {
            assertThat(source.details()).containsEntry("strides of transposed", "[1, 3]");
        }
    }

    @Test
    void otherFormatsAndVersionsAreRejected() throws IOException {
        assertUnsupported("/archive_version", "1", "has the archive version '1'");
        assertUnsupported("/archive_format", "pt3", "has the archive format 'pt3'");
        assertUnsupported("/data/aotinductor/model/x.so", "", "contains compiled code");
        assertUnsupported(
                "/data/weights/b_weights_config.json",
                "{\"config\": {}}",
                "contains several programs, among them 'tied/data/weights/model_weights_config");
    }

    private void assertUnsupported(String entry, String content, String message)
            throws IOException {
        Path file = new Program("tied").with(Map.of(entry, content.getBytes(UTF_8)), directory);
        assertRejected(() -> Checkpoint.open(file), TorchCode.TORCH_UNSUPPORTED, message);
    }

    @Test
    void olderLayoutsAreRejected() throws IOException {
        SequencedMap<String, byte[]> entries = new Program("tied").entries();
        entries.keySet().removeIf(entry -> entry.contains("/weights/"));
        assertRejected(
                () -> Checkpoint.open(Program.write(entries, directory)),
                TorchCode.TORCH_UNSUPPORTED,
                "contains no weights");
        entries.put("tied/data/weights/model.pt", new byte[] {1});
        assertRejected(
                () -> Checkpoint.open(Program.write(entries, directory)),
                TorchCode.TORCH_UNSUPPORTED,
                "stores its weights in a pickle");
        Path before =
                Program.write(
                        Map.of("serialized_exported_program.json", "{}".getBytes(UTF_8)),
                        directory);
        assertRejected(
                () -> Checkpoint.open(before),
                TorchCode.TORCH_UNSUPPORTED,
                "is an archive of torch.export of an older PyTorch");
    }
}
