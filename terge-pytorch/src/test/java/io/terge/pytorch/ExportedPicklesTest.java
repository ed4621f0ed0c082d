package io.terge.pytorch;

import static io.terge.pytorch.PickleText.global;
import static io.terge.pytorch.PickleText.list;
import static io.terge.pytorch.PickleText.pickle;
import static io.terge.pytorch.Rejections.assertRejected;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.terge.error.TergeCode;
import io.terge.pytorch.pickle.PickleCode;
import io.terge.pytorch.problem.TorchCode;
import io.terge.spi.format.ModelSource;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** Whatever PyTorch would unpickle in an archive of {@code torch.export} is looked at. */
class ExportedPicklesTest {

    private static final Program TIED = new Program("tied");
    private static final String INPUTS = "/data/sample_inputs/model.pt";
    private static final String HOSTILE = global("os", "system");

    @TempDir private Path directory;

    @Test
    void aProgramWithAHostileExampleInputIsRejected() {
        Program program = new Program("hostile");
        assertRejected(
                () -> Checkpoint.open(program.path()),
                PickleCode.PICKLE_HOSTILE,
                "hostile.pt2': 'hostile/data/sample_inputs/model.pt': 'data.pkl': the pickle names"
                        + " 'posix.system', which can run code");
    }

    @Test
    void objectsAmongTheExampleInputsAreNamed() throws IOException {
        Program program = new Program("inputs");
        try (ModelSource source = Checkpoint.open(program.path())) {
            assertThat(Expected.allOf(source)).isEqualTo(program.expected());
            assertThat(source.warnings()).isEmpty();
            assertThat(source.details().get("names in the pickles")).contains("'__main__.Pair'");
        }
        assertRejected(
                () -> Checkpoint.open(program.path(), "pickle", "strict"),
                PickleCode.PICKLE_UNKNOWN_GLOBAL,
                "'__main__.Pair'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                INPUTS,
                "/data/sample_inputs/other.pt",
                "/data/Sample_Inputs/MODEL.PT",
                "/data/constants/model.pt",
                "/data/constants/custom_obj_0",
            })
    void savedObjectsAreLookedAt(String entry) throws IOException {
        assertHostile(entry, TorchZip.of(HOSTILE).toBytes());
        assertHostile(entry, pickle(HOSTILE));
        // Without a protocol, and where PyTorch expects a number.
        assertHostile(entry, (HOSTILE + ".").getBytes(ISO_8859_1));
    }

    @Test
    void pickledConstantsAreLookedAt() throws IOException {
        assertHostile("/data/constants/opaque_obj_0", pickle(HOSTILE));
        byte[] list =
                """
                {"config": {"c": {"path_name": "tensor_0", "use_pickle": true, "tensor_meta": null}}}
                """
                        .getBytes(UTF_8);
        byte[] saved = TorchZip.of(HOSTILE).toBytes();
        String entry = "/data/constants/tensor_0";
        Path file =
                TIED.with(
                        Map.of(entry, saved, "/data/constants/model_constants_config.json", list),
                        directory);
        assertRejected(() -> Checkpoint.open(file), PickleCode.PICKLE_HOSTILE, entry);
        // Not a pickle: four bytes of a tensor.
        try (ModelSource source =
                Checkpoint.open(TIED.with(Map.of(entry, new byte[] {'c', 0, 0, 0}), directory))) {
            assertThat(source.parameters()).isNotEmpty();
        }
    }

    @Test
    void theFolderOfTheFirstEntryIsTheOneThatPyTorchReads() throws IOException {
        byte[] saved =
                new TorchZip()
                        .stored("a/version", new byte[] {'3'})
                        .stored("data.pkl", pickle(list()))
                        .stored("a/data.pkl", pickle(HOSTILE))
                        .toBytes();
        assertHostile(INPUTS, saved);
    }

    @Test
    void noExampleInputsAreNoPickle() throws IOException {
        Path file = TIED.with(Map.of(INPUTS, new byte[0]), directory);
        try (ModelSource source = Checkpoint.open(file)) {
            assertThat(source.details()).containsEntry("names in the pickles", "none");
        }
    }

    @Test
    void whatPyTorchWouldNotLoadIsRejected() throws IOException {
        Path zip = TIED.with(Map.of(INPUTS, new byte[] {'P', 'K', 3, 4}), directory);
        assertRejected(
                () -> Checkpoint.open(zip),
                TergeCode.FILE_TRUNCATED,
                "copy.pt2': 'tied/data/sample_inputs/model.pt' is truncated");
        Path other = TIED.with(Map.of(INPUTS, pickle(list())), directory);
        assertRejected(
                () -> Checkpoint.open(other),
                TorchCode.TORCH_INVALID,
                "'tied/data/sample_inputs/model.pt' is a Python pickle, but not one of torch.save");
    }

    @Test
    void weightsThatPyTorchPrefersToTheListAreRejected() throws IOException {
        Path file = TIED.with(Map.of("/data/weights/model.pt", new byte[] {1}), directory);
        assertRejected(
                () -> Checkpoint.open(file),
                TorchCode.TORCH_UNSUPPORTED,
                "stores its weights in a pickle");
    }

    @Test
    void constantsAreNotMerged() throws IOException {
        try (ModelSource source = Checkpoint.open(new Program("constant").path())) {
            assertThat(source.warnings())
                    .singleElement()
                    .satisfies(
                            warning ->
                                    assertThat(warning.message())
                                            .endsWith(
                                                    "constant.pt2' contains 2 constants or"
                                                        + " non-persistent buffers, which are not"
                                                        + " merged: 'shift', 'mask'"));
        }
    }

    private void assertHostile(String entry, byte[] content) throws IOException {
        Path file = TIED.with(Map.of(entry, content), directory);
        assertRejected(
                () -> Checkpoint.open(file),
                PickleCode.PICKLE_HOSTILE,
                "copy.pt2': 'tied" + entry + "'",
                "the pickle names 'os.system'");
    }
}
