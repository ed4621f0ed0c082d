package io.terge.examples.npz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terge.error.Problem;
import io.terge.error.TergeException;
import io.terge.model.ModelReference;
import io.terge.spi.format.Claim;
import io.terge.spi.format.ModelBlueprint;
import io.terge.spi.format.ModelSource;
import io.terge.spi.format.ModelWriter;
import io.terge.tensor.DType;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Shape;
import io.terge.testkit.TestAdapterContext;
import io.terge.testkit.TinyModel;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** What is written, and every way in which a file can be wrong. */
class NpzFilesTest {

    private static final TinyModel MODEL =
            TinyModel.seeded(1)
                    .with("a.weight", DType.F32, 2, 3)
                    .with("b", DType.F16)
                    .with("ключ", DType.U8, 5);

    private final NpzAdapter adapter = new NpzAdapter();
    private final ModelWriter writer = adapter.writer().orElseThrow();

    @TempDir private Path folder;

    @Test
    void theFileIsAZipOfNpyFilesWithRightChecksums() throws IOException {
        Path file = write(MODEL);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName))
                    .containsExactly("a.weight.npy", "b.npy", "ключ.npy");
            for (ParameterSpec spec : MODEL.specs()) {
                ZipEntry entry = zip.getEntry(spec.name() + ".npy");
                byte[] npy = zip.getInputStream(entry).readAllBytes();
                CRC32 crc = new CRC32();
                crc.update(npy);
                assertThat(entry.getCrc()).isEqualTo(crc.getValue());
                assertThat((npy.length - spec.byteSize()) % 64).isZero();
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"|()", "3|(3,)", "2,3|(2, 3)", "2,0,1|(2, 0, 1)"},
            nullValues = "none")
    void headersAreThoseOfNumPy(String dimensions, String shape) {
        long[] sizes =
                Arrays.stream(dimensions == null ? new String[0] : dimensions.split(","))
                        .mapToLong(Long::parseLong)
                        .toArray();
        byte[] header = NpyHeader.bytes(ParameterSpec.of("w", DType.F32, Shape.of(sizes)));
        String text = new String(header, StandardCharsets.ISO_8859_1);
        assertThat(text)
                .startsWith(
                        "\u0093NUMPY\u0001\0v\0{'descr': '<f4', 'fortran_order': False, 'shape': "
                                + shape
                                + ", }")
                .hasSize(128)
                .endsWith(" \n");
    }

    @Test
    void membersThatAreNoArraysAreLeftOutWithAWarning() throws IOException {
        Path file = zip("notes.txt", "hello".getBytes(StandardCharsets.UTF_8));
        try (ModelSource source = open(file)) {
            assertThat(source.parameters()).isEmpty();
            assertThat(source.warnings())
                    .extracting(Problem::code)
                    .containsExactly(NpzCode.NPZ_MEMBER_IGNORED);
        }
    }

    @Test
    void aFileThatIsCutAnywhereIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(write(MODEL));
        for (int size = 0; size < whole.length; size++) {
            Path cut = Files.write(folder.resolve("cut.npz"), Arrays.copyOf(whole, size));
            refused(cut, "FILE_TRUNCATED", "cut.npz'");
        }
    }

    @Test
    void aFileWithAByteChangedIsReadOrRefusedAndNothingElse() throws IOException {
        byte[] whole = Files.readAllBytes(write(MODEL));
        Path changed = folder.resolve("changed.npz");
        for (int at = 0; at < whole.length; at++) {
            byte[] bytes = whole.clone();
            bytes[at] ^= 0x55;
            Files.write(changed, bytes);
            try (ModelSource source = open(changed)) {
                assertThat(source.parameters()).isNotNull();
            } catch (TergeException refused) {
                assertThat(refused).hasMessageContaining("changed.npz'");
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'descr': '<f4', 'fortran_order': False, 'shape': (1,), }|expected 4 bytes",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (-1,), }|malformed header",
                "{'descr': '<f4', 'shape': (0,), }|malformed header",
                "{'fortran_order': False, 'shape': (0,), }|malformed header",
            })
    void malformedHeadersAreRefused(String header, String message) throws IOException {
        refused(zip("w.npy", npy(header)), "NPZ_INVALID", message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "99999999999999999999,",
                "4294967296, 4294967296",
                "2305843009213693952,",
            })
    void shapesBeyond64BitsAreRefused(String shape) throws IOException {
        String header = "{'descr': '<f4', 'fortran_order': False, 'shape': (" + shape + "), }";
        refused(zip("w.npy", npy(header)), "SHAPE_INVALID", "which exceeds 64 bits");
    }

    @Test
    void whatTheFormatCannotHoldIsRefusedInPlanning() {
        refusedInPlanning(spec("w", DType.BF16, 1), "NPZ_UNSUPPORTED_TYPE", "'w', which is BF16");
        refusedInPlanning(spec("\ud800", DType.U8, 1), "OUTPUT_NOT_SUPPORTED", "'?.npy'");
        refusedInPlanning(spec("n".repeat(65_532), DType.U8, 1), "OUTPUT_NOT_SUPPORTED", "'nnn");
        refusedInPlanning(
                ModelBlueprint.of(List.of(spec("w", DType.U8, 1)))
                        .withShardSize(OptionalLong.of(100)),
                "OUTPUT_NOT_SUPPORTED",
                "The output is an npz file");
    }

    @Test
    void parametersOf4GiBAndMoreThan65535OfThemAreAccepted() throws IOException {
        List<ParameterSpec> many =
                IntStream.range(0, 70_000)
                        .mapToObj(i -> spec("p" + i, DType.U8, 1L << 32))
                        .toList();
        assertThat(writer.shards(ModelReference.at("out"), ModelBlueprint.of(many))).hasSize(1);
    }

    @Test
    void damagedNumbersAreNoticedWhenTheyAreRead() throws IOException {
        Path file = write(MODEL);
        byte[] bytes = Files.readAllBytes(file);
        bytes[30 + "a.weight.npy".length() + 128 + 7] ^= 1;
        Files.write(file, bytes);
        try (ModelSource source = open(file)) {
            double[] values = new double[6];
            assertThatThrownBy(() -> source.tensor("a.weight").read(0, values, 0, 6))
                    .isInstanceOfSatisfying(
                            TergeException.class,
                            refusal ->
                                    assertThat(refusal.code().name())
                                            .isEqualTo("CHECKSUM_MISMATCH"))
                    .hasMessageContaining("model.npz': 'a.weight.npy' is damaged");
        }
    }

    @Test
    void filesAreClaimedByTheirNames() throws IOException {
        Path directory = Files.createDirectory(folder.resolve("d.npz"));
        assertThat(adapter.claims(ModelReference.at("x.npz"))).isEqualTo(Claim.SPECIFIC);
        assertThat(writer.claims(ModelReference.at("x.npz"))).isEqualTo(Claim.SPECIFIC);
        for (ModelReference other :
                List.of(
                        ModelReference.at(directory),
                        ModelReference.at("x.npy"),
                        ModelReference.at("hub://a/x.npz"))) {
            assertThat(adapter.claims(other)).isEqualTo(Claim.NONE);
            assertThat(writer.claims(other)).isEqualTo(Claim.NONE);
        }
    }

    private void refused(Path file, String code, String message) {
        assertThatThrownBy(() -> open(file).close())
                .isInstanceOfSatisfying(
                        TergeException.class,
                        refusal -> assertThat(refusal.code().name()).isEqualTo(code))
                .hasMessageContaining(message);
    }

    private void refusedInPlanning(ParameterSpec spec, String code, String message) {
        refusedInPlanning(ModelBlueprint.of(List.of(spec)), code, message);
    }

    private void refusedInPlanning(ModelBlueprint blueprint, String code, String message) {
        assertThatThrownBy(() -> writer.shards(ModelReference.at("out"), blueprint))
                .isInstanceOfSatisfying(
                        TergeException.class,
                        refusal -> assertThat(refusal.code().name()).isEqualTo(code))
                .hasMessageContaining(message);
    }

    private ModelSource open(Path file) throws IOException {
        return TestAdapterContext.of(adapter).open(ModelReference.at(file));
    }

    private Path write(TinyModel model) throws IOException {
        Path file = folder.resolve("model.npz");
        model.write(adapter, ModelReference.at(file));
        return file;
    }

    private static ParameterSpec spec(String name, DType dtype, long size) {
        return ParameterSpec.of(name, dtype, Shape.of(size));
    }

    private static byte[] npy(String header) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("\u0093NUMPY\u0001\0".getBytes(StandardCharsets.ISO_8859_1));
        bytes.write(header.length() + 1);
        bytes.write(0);
        bytes.writeBytes((header + "\n").getBytes(StandardCharsets.ISO_8859_1));
        return bytes.toByteArray();
    }

    /** A zip file, by the JDK's own code, of one stored member. */
    private Path zip(String name, byte[] contents) throws IOException {
        Path file = folder.resolve("x.npz");
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(contents.length);
        CRC32 crc = new CRC32();
        crc.update(contents);
        entry.setCrc(crc.getValue());
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(entry);
            zip.write(contents);
            zip.closeEntry();
        }
        return file;
    }
}
