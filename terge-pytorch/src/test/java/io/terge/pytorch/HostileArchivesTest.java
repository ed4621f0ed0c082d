package io.terge.pytorch;

import static io.terge.pytorch.PickleText.dict;
import static io.terge.pytorch.PickleText.floats;
import static io.terge.pytorch.PickleText.number;
import static io.terge.pytorch.PickleText.numbers;
import static io.terge.pytorch.PickleText.storage;
import static io.terge.pytorch.PickleText.tensor;
import static io.terge.pytorch.PickleText.text;
import static io.terge.pytorch.PickleText.tuple;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.error.ErrorCode;
import io.terge.error.TergeCode;
import io.terge.files.zip.ZipCode;
import io.terge.pytorch.problem.TorchCode;
import io.terge.spi.format.ModelSource;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Archives that contradict themselves are rejected, and say why. */
@Timeout(60)
class HostileArchivesTest {

    private static final String FLOATS = storage("FloatStorage", "0", 6);

    @TempDir Path directory;

    @Test
    void storagesAreThereAndOfTheirSize() throws IOException {
        String dict = dict(text("w"), floats("0", 2));
        assertRejected(TorchZip.of(dict), TorchCode.TORCH_INVALID, "has no entry 'archive/data/0'");
        assertRejected(
                TorchZip.of(dict).storage("0", 4),
                TorchCode.TORCH_INVALID,
                "expected 8 bytes in 'archive/data/0', got 4");
        assertRejected(
                TorchZip.of(dict).storage("0", 12),
                TorchCode.TORCH_INVALID,
                "expected 8 bytes in 'archive/data/0', got 12");
        assertRejected(
                TorchZip.of(dict(text("w"), floats("../x", 1))).stored("archive/x", new byte[4]),
                TorchCode.TORCH_INVALID,
                "has no entry 'archive/data/../x'");
        assertRejected(
                TorchZip.of(dict).stored("archive/data/../0", new byte[8]),
                TergeCode.UNSAFE_PATH,
                "'archive/data/../0'");
    }

    @Test
    void tensorsAreWithinTheirStorages() throws IOException {
        assertTensor(tensor(FLOATS, 0, numbers(7), numbers(1)), "ends at element 7");
        assertTensor(tensor(FLOATS, 1, numbers(6), numbers(1)), "ends at element 7");
        assertTensor(tensor(FLOATS, 0, numbers(2, 3), numbers(4, 1)), "ends at element 7");
        assertTensor(tensor(FLOATS, 6, numbers(), numbers()), "ends at element 7");
        assertTensor(tensor(FLOATS, -1, numbers(2), numbers(1)), "no valid offset");
        assertTensor(tensor(FLOATS, 0, numbers(-2), numbers(1)), "no valid shape");
        assertTensor(tensor(FLOATS, 0, numbers(2), numbers(-1)), "no valid strides");
        assertTensor(tensor(FLOATS, 0, numbers(2), numbers(1, 1)), "1 dimensions and 2 strides");
        assertTensor(tensor(FLOATS, 0, numbers(new long[65]), numbers(new long[65])), "no valid");
        assertTensor(tensor(FLOATS, 0, text("2"), numbers(1)), "no valid shape");
    }

    @Test
    void numbersThatExceed64BitsAreRejected() throws IOException {
        long huge = Long.MAX_VALUE;
        assertTensor(tensor(FLOATS, huge, numbers(2), numbers(1)), "exceeds 64 bits");
        assertTensor(tensor(FLOATS, 0, numbers(3), numbers(huge)), "exceeds 64 bits");
        assertTensor(tensor(FLOATS, 0, numbers(huge), numbers(0)), "exceeds 64 bits");
        assertTensor(tensor(FLOATS, 0, numbers(huge, huge), numbers(0, 0)), "exceeds 64 bits");
        assertTensor(tensor(FLOATS, huge / 4, numbers(1), numbers(0)), "exceeds 64 bits");
        assertTensor(floats("0", huge / 2), "exceeds 64 bits");
        assertTensor(floats("0", -1), "malformed reference");
    }

    @Test
    void emptyTensorsMayBeAnywhere() throws IOException {
        String empty = tensor(FLOATS, Long.MAX_VALUE, numbers(2, 0), numbers(1, 1));
        Path file = TorchZip.of(dict(text("w"), empty)).storage("0", 24).in(directory);
        try (ModelSource source = Checkpoint.open(file)) {
            assertThat(Expected.allOf(source)).singleElement().matches(one -> one.hex().isEmpty());
        }
    }

    @Test
    void anExpandedTensorIsListed() throws IOException {
        String expanded = tensor(FLOATS, 0, numbers(1L << 30, 1L << 30), numbers(0, 0));
        Path file = TorchZip.of(dict(text("w"), expanded)).storage("0", 24).in(directory);
        try (ModelSource source = Checkpoint.open(file)) {
            assertThat(source.parameters().getFirst().elements()).isEqualTo(1L << 60);
            double[] values = new double[9];
            source.tensor("w").read((1L << 60) - 9, values, 0, 9);
            assertThat(values).containsOnly(0);
        }
    }

    @Test
    void aStorageHasOneType() throws IOException {
        String doubles = tensor(storage("DoubleStorage", "0", 3), 0, numbers(3), numbers(1));
        String two = dict(text("floats"), floats("0", 6), text("doubles"), doubles);
        assertRejected(
                TorchZip.of(two).storage("0", 24),
                TorchCode.TORCH_TENSOR_INVALID,
                "the tensor 'doubles' has a storage that is of another type or size");
    }

    @Test
    void entriesThatPyTorchDoesNotWriteAreRejected() throws IOException {
        String dict = dict(text("w"), floats("0", 2));
        assertRejected(
                TorchZip.of(dict).storage("0", 8).stored("b/data.pkl", new byte[2]),
                TorchCode.TORCH_INVALID,
                "contains two objects: 'archive/data.pkl' and 'b/data.pkl'");
        assertRejected(
                TorchZip.of(dict).storage("0", 8).byteOrder("big"),
                TorchCode.TORCH_UNSUPPORTED,
                "has the byte order 'big'");
        assertRejected(
                TorchZip.of(dict).storage("0", 8).byteOrder("\u001b[31m".repeat(500)),
                ZipCode.ZIP_INVALID,
                "'archive/byteorder'");
        assertRejected(
                TorchZip.of(dict).deflated("archive/data/0", new byte[8]),
                ZipCode.ZIP_COMPRESSED,
                "'archive/data/0'");
        assertRejected(
                new TorchZip().deflated("archive/data.pkl", PickleText.pickle(dict)),
                ZipCode.ZIP_COMPRESSED,
                "'archive/data.pkl'");
        assertRejected(
                new TorchZip().stored("readme.txt", new byte[8]),
                TorchCode.TORCH_INVALID,
                "not one that PyTorch wrote");
    }

    @Test
    void aDamagedStorageIsFoundWhenItWasRead() throws IOException {
        byte[] bytes =
                TorchZip.of(dict(text("w"), floats("0", 2)))
                        .stored("archive/data/0", new byte[] {1, 2, 3, 4, 5, 6, 7, 8})
                        .toBytes();
        bytes[Rejections.indexOf(bytes, new byte[] {3, 4, 5, 6})] ^= 1;
        Path file = Files.write(directory.resolve("model.pt"), bytes);
        try (ModelSource source = Checkpoint.open(file)) {
            Rejections.assertRejected(
                    () -> Expected.allOf(source), ZipCode.CHECKSUM_MISMATCH, "'archive/data/0'");
        }
    }

    @Test
    void theArgumentsOfTensorsAreChecked() throws IOException {
        String rebuild = PickleText.global("torch._utils", "_rebuild_tensor_v2");
        assertTensor(rebuild + tuple(FLOATS, number(0)) + "R", "has only 2 arguments");
        String noStorage = rebuild + tuple(number(1), number(0), numbers(1), numbers(1)) + "R";
        for (String tensor :
                List.of(
                        noStorage,
                        PickleText.global("torch._utils", "_rebuild_parameter") + tuple() + "R",
                        PickleText.global("torch._utils", "_rebuild_parameter")
                                + tuple(number(1))
                                + "R",
                        tensor(storage("FooStorage", "0", 6), 0, numbers(1), numbers(1)))) {
            assertRejected(
                    TorchZip.of(dict(text("w"), tensor)).storage("0", 24),
                    TorchCode.TORCH_TENSOR_UNSUPPORTED,
                    "the tensor 'w'");
        }
        assertTensor(
                tensor(tuple(text("storage"), number(1)) + "Q", 0, numbers(1), numbers(1)),
                "malformed reference");
    }

    private void assertTensor(String tensor, String message) throws IOException {
        assertRejected(
                TorchZip.of(dict(text("w"), tensor)).storage("0", 24),
                TorchCode.TORCH_TENSOR_INVALID,
                "the tensor 'w'",
                message);
    }

    private void assertRejected(TorchZip archive, ErrorCode code, String... messages)
            throws IOException {
        Path file = archive.in(directory);
        Rejections.assertRejected(() -> Checkpoint.open(file).close(), code, messages);
    }
}
