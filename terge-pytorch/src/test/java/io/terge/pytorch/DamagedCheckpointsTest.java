package io.terge.pytorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import io.terge.error.TergeException;
import io.terge.spi.format.ModelSource;
import io.terge.tensor.ParameterSpec;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Damaged files are read or rejected, and nothing else happens. */
@Timeout(300)
class DamagedCheckpointsTest {

    private static final int COUNT = Integer.getInteger("terge.mutants", 2_000);
    private static final List<String> ARCHIVES =
            List.of("types", "views", "tied", "classes", "lightning", "two_models", "module");
    private static final List<String> LEGACY =
            List.of("types_legacy", "views_legacy", "tied_legacy", "unsupported_beside_legacy");
    private static final int SMALL = 1 << 16;

    @TempDir Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"protocol_2", "in_model", "legacy_protocol_2", "tied_legacy"})
    void noPartOfAFileIsAModel(String name) throws IOException {
        byte[] whole = new Checkpoint(name).bytes();
        for (int size = 0; size < whole.length; size++) {
            Path file = write(Arrays.copyOf(whole, size));
            assertThatThrownBy(() -> Checkpoint.open(file).close())
                    .as("%d bytes", size)
                    .isInstanceOf(TergeException.class)
                    .hasMessageContaining("model.pt'");
        }
    }

    @Test
    void mutantsOfArchives() throws IOException {
        assertOnlyProblems(ARCHIVES, false);
    }

    /** The checksum of a pickle hides what is wrong in it, so these have the right one. */
    @Test
    void mutantsOfPicklesInArchives() throws IOException {
        assertOnlyProblems(ARCHIVES, true);
    }

    @Test
    void mutantsOfLegacyFiles() throws IOException {
        assertOnlyProblems(LEGACY, false);
    }

    private void assertOnlyProblems(List<String> names, boolean inside) throws IOException {
        int read = 0;
        for (int seed = 0; seed < COUNT; seed++) {
            Random random = new Random(seed);
            Checkpoint checkpoint = new Checkpoint(names.get(random.nextInt(names.size())));
            Path file =
                    write(
                            inside
                                    ? withMutantPickle(checkpoint, random)
                                    : mutate(checkpoint.bytes(), random));
            String[] settings = random.nextInt(3) == 0 ? new String[] {"key", "."} : new String[0];
            try (ModelSource source = Checkpoint.open(file, settings)) {
                readSmall(source);
                read++;
            } catch (TergeException | IOException rejected) {
                assertThat(rejected).hasMessageContaining("model.pt");
            } catch (RuntimeException | Error other) {
                fail("seed " + seed, other);
            }
        }
        assertThat(read).isBetween(1, COUNT - 1);
    }

    private static void readSmall(ModelSource source) throws IOException {
        for (ParameterSpec spec : source.parameters()) {
            if (spec.byteSize() < SMALL) {
                byte[] into = new byte[(int) spec.byteSize()];
                source.tensor(spec.name())
                        .bytes()
                        .orElseThrow()
                        .read(0, MemorySegment.ofArray(into));
            }
        }
    }

    private static byte[] withMutantPickle(Checkpoint checkpoint, Random random)
            throws IOException {
        try (TorchZip changed = new TorchZip();
                ZipFile zip = new ZipFile(checkpoint.path().toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                byte[] content = zip.getInputStream(entry).readAllBytes();
                boolean isPickle = entry.getName().endsWith(".pkl");
                changed.stored(entry.getName(), isPickle ? mutate(content, random) : content);
            }
            return changed.toBytes();
        }
    }

    private static byte[] mutate(byte[] bytes, Random random) {
        int changes = 1 + random.nextInt(3);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(bytes.length);
            int from = random.nextInt(bytes.length);
            switch (random.nextInt(3)) {
                case 0 -> bytes[at] = (byte) random.nextInt();
                case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(Byte.SIZE));
                default -> {
                    int count = Math.min(random.nextInt(16), bytes.length - Math.max(at, from));
                    System.arraycopy(bytes, from, bytes, at, count);
                }
            }
        }
        return bytes;
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(directory.resolve("model.pt"), bytes);
    }
}
