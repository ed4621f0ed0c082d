package io.terge.files.zip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.files.OpenFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.ZipOutputStream;

/** Damaged archives: each is read or rejected, and nothing else happens. */
class ZipMutantsTest {

    private static final long SEED = 20_261_125;
    private static final int MUTANTS = 2000;

    @TempDir private Path folder;

    @Test
    void anArchiveThatIsCutAnywhereIsTruncated() throws IOException {
        for (byte[] whole : new byte[][] {small(true), small(false), deflated()}) {
            for (int size = 0; size < whole.length; size++) {
                byte[] cut = Arrays.copyOf(whole, size);
                assertThatThrownBy(() -> read(cut))
                        .as("%d bytes", size)
                        .isInstanceOfSatisfying(
                                TergeException.class,
                                failure ->
                                        assertThat(failure.code())
                                                .isEqualTo(TergeCode.FILE_TRUNCATED));
            }
        }
    }

    @Test
    void mutantsAreReadOrRejected() throws IOException {
        Random random = new Random(SEED);
        byte[][] seeds = {small(true), small(false), deflated()};
        for (int run = 0; run < MUTANTS; run++) {
            byte[] mutant = mutant(seeds[run % seeds.length], random);
            try {
                read(mutant);
            } catch (TergeException rejected) {
                assertThat(rejected).as("run %d", run).hasMessageContaining("x.zip'");
            }
        }
    }

    private static byte[] mutant(byte[] whole, Random random) {
        byte[] mutant = whole.clone();
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = random.nextInt(mutant.length);
            switch (random.nextInt(4)) {
                case 0 -> mutant[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> mutant[at] = (byte) random.nextInt();
                case 2 -> Arrays.fill(mutant, at, Math.min(mutant.length, at + 8), (byte) -1);
                default -> {
                    int from = random.nextInt(mutant.length);
                    int count = Math.min(random.nextInt(50), mutant.length - Math.max(at, from));
                    System.arraycopy(whole, from, mutant, at, count);
                }
            }
        }
        return mutant;
    }

    private void read(byte[] bytes) throws IOException {
        Path path = Files.write(folder.resolve("x.zip"), bytes);
        try (OpenFile file = OpenFile.open(path)) {
            ZipArchive archive = ZipArchive.read(file);
            for (ZipEntry entry : archive.entries()) {
                archive.content(entry, 10_000);
                if (entry.isStored()) {
                    byte[] content = new byte[(int) entry.size()];
                    archive.bytes(entry).read(0, MemorySegment.ofArray(content));
                }
            }
        }
    }

    private static byte[] small(boolean zip64) {
        RawEntry a = new RawEntry("a", "hello");
        RawEntry b = new RawEntry("folder/b", "x".repeat(50));
        b.localFlags |= ZipFormat.SIZES_FOLLOW;
        b.localSize = 0;
        b.localCompressed = 0;
        b.localCrc = 0;
        b.descriptor = new byte[16];
        RawEntry c = new RawEntry("c", "zip64");
        c.localSize = -1;
        c.localCompressed = -1;
        c.localExtra = RawZip.field(ZipFormat.EXTRA_64, 5, 5);
        RawZip zip = new RawZip(a, b, c);
        zip.zip64 = zip64;
        zip.comment = "comment".getBytes(UTF_8);
        return zip.bytes();
    }

    private static byte[] deflated() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new java.util.zip.ZipEntry("a"));
            zip.write("hello".repeat(100).getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }
}
