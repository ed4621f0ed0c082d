package io.terge.files.zip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.files.OpenFile;
import io.terge.files.output.ModelOutput;
import io.terge.files.staging.OutputTarget;
import io.terge.spi.format.ModelBlueprint;
import io.terge.spi.format.ModelSink;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

class ZipLayoutTest {

    private static final long SEED = 20_261_125;
    private static final byte[] NUMBERS = new byte[3_000_000];
    private static final byte[] PREFIX = "prefix".getBytes(UTF_8);

    static {
        new Random(SEED).nextBytes(NUMBERS);
    }

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 64, 4096})
    void whatIsWrittenIsReadByTheJdkAndByTerge(int alignment) throws IOException {
        Path path = folder.resolve("x.zip");
        try (OpenFile other = OpenFile.open(deflated())) {
            ZipArchive from = ZipArchive.read(other);
            write(layout(from, alignment), path);
            write(layout(from, alignment), folder.resolve("y.zip"));
        }
        assertThat(path).hasSameBinaryContentAs(folder.resolve("y.zip"));
        byte[] joined = new byte[PREFIX.length + NUMBERS.length];
        System.arraycopy(PREFIX, 0, joined, 0, PREFIX.length);
        System.arraycopy(NUMBERS, 0, joined, PREFIX.length, NUMBERS.length);
        try (OpenFile file = OpenFile.open(path);
                ZipFile zip = new ZipFile(path.toFile())) {
            ZipArchive archive = ZipArchive.read(file);
            assertThat(archive.entries())
                    .extracting(ZipEntry::name)
                    .containsExactly("version", "data/0", "ключ.npy", "empty", "deflated");
            assertThat(content(archive, "version")).isEqualTo("3\n".getBytes(UTF_8));
            assertThat(content(archive, "data/0")).isEqualTo(NUMBERS);
            assertThat(content(archive, "ключ.npy")).isEqualTo(joined);
            assertThat(content(archive, "deflated")).isEqualTo(new byte[1000]);
            for (ZipEntry entry : archive.entries()) {
                assertThat(entry.start() % alignment).isZero();
                assertThat(zip.getInputStream(zip.getEntry(entry.name())).readAllBytes())
                        .isEqualTo(content(archive, entry.name()));
            }
        }
    }

    @Test
    void moreThan65535EntriesAreReadByTheJdkAndByTerge() throws IOException {
        for (int count : new int[] {65_534, 65_535, 70_000}) {
            ZipLayoutBuilder builder = ZipLayout.builder();
            for (int i = 0; i < count; i++) {
                builder.content("entry" + i, new byte[] {(byte) i});
            }
            Path path = folder.resolve(count + ".zip");
            try (ModelSink sink = sink(builder.build(), path)) {
                sink.commit();
            }
            try (OpenFile file = OpenFile.open(path);
                    ZipFile zip = new ZipFile(path.toFile())) {
                assertThat(zip.size()).isEqualTo(count);
                ZipArchive archive = ZipArchive.read(file);
                assertThat(archive.entries()).hasSize(count);
                assertThat(content(archive, "entry65533")).containsExactly((byte) 65_533);
            }
        }
    }

    @Test
    void anArchiveWithoutEntriesIsWritten() throws IOException {
        Path path = folder.resolve("x.zip");
        try (ModelSink sink = sink(ZipLayout.builder().build(), path)) {
            sink.commit();
        }
        try (OpenFile file = OpenFile.open(path)) {
            assertThat(ZipArchive.read(file).entries()).isEmpty();
        }
    }

    @Test
    void namesThatAnArchiveCannotHaveAreRejected() {
        ZipLayoutBuilder builder =
                ZipLayout.builder().content("a", new byte[0]).content("b/c", new byte[0]);
        for (String name :
                new String[] {
                    "", "a", "/a", "../a", "b\\c", "..\\d", "\0", "\ud800", "ж".repeat(32_768)
                }) {
            notSupported(() -> builder.content(name, new byte[0]));
        }
        builder.content("ж".repeat(32_767), new byte[0]);
    }

    @Test
    void sizesBeyond64BitsAreRejected() {
        ZipLayoutBuilder builder = ZipLayout.builder().parameter("a", "a", Long.MAX_VALUE - 40);
        notSupported(builder::build);
        ZipLayoutBuilder two = ZipLayout.builder();
        two.parameter("a", "a", 1L << 62).parameter("b", "b", 1L << 62);
        notSupported(two::build);
    }

    private static void notSupported(Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        TergeException.class,
                        failure ->
                                assertThat(failure.code())
                                        .isEqualTo(TergeCode.OUTPUT_NOT_SUPPORTED));
    }

    private static ZipLayout layout(ZipArchive from, int alignment) {
        return ZipLayout.builder()
                .alignment(alignment)
                .content("version", "3\n".getBytes(UTF_8))
                .parameter("data/0", "first", NUMBERS.length)
                .parameter("ключ.npy", PREFIX, "second", NUMBERS.length)
                .parameter("empty", "third", 0)
                .copy(from, from.find("deflated").orElseThrow())
                .build();
    }

    private static void write(ZipLayout layout, Path path) throws IOException {
        try (ModelSink sink = sink(layout, path)) {
            sink.write("first", 0, MemorySegment.ofArray(NUMBERS));
            sink.write("second", 0, MemorySegment.ofArray(NUMBERS));
            sink.commit();
        }
    }

    private static ModelSink sink(ZipLayout layout, Path path) throws IOException {
        return ModelOutput.file(
                OutputTarget.file(path),
                ModelBlueprint.of(List.of()),
                layout.file(),
                layout::complete);
    }

    private Path deflated() throws IOException {
        Path path = folder.resolve("other.zip");
        try (OutputStream file = Files.newOutputStream(path);
                ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.putNextEntry(new java.util.zip.ZipEntry("deflated"));
            zip.write(new byte[1000]);
        }
        return path;
    }

    private static byte[] content(ZipArchive archive, String name) throws IOException {
        return archive.content(archive.find(name).orElseThrow(), 10_000_000);
    }
}
