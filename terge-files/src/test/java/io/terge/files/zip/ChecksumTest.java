package io.terge.files.zip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terge.error.TergeException;
import io.terge.tensor.StoredBytes;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.CRC32;

class ChecksumTest {

    private static final long SEED = 20_261_125;

    private final Random random = new Random(SEED);

    @Test
    void checksumsOfPartsCombineToThatOfTheWhole() {
        for (int run = 0; run < 500; run++) {
            byte[] bytes = bytes(random.nextInt(2000));
            int cut = random.nextInt(bytes.length + 1);
            Checksum joined =
                    new Checksum(crc(bytes, 0, cut), cut)
                            .then(new Checksum(crc(bytes, cut, bytes.length), bytes.length - cut));
            assertThat(joined).isEqualTo(new Checksum(crc(bytes, 0, bytes.length), bytes.length));
        }
    }

    @Test
    void rangesInAnyOrderFromSeveralThreadsAreChecked() throws Exception {
        byte[] content = bytes(200_000);
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (int run = 0; run < 50; run++) {
                List<int[]> cuts = cuts(content.length, 100);
                assertThat(failures(threads, checked(content, 0), cuts)).isZero();
                assertThat(failures(threads, checked(content, 1), cuts)).isPositive();
            }
        }
    }

    @Test
    void onlyTheReadThatCompletesTheEntryAndLaterOnesFail() throws IOException {
        StoredBytes wrong = checked(bytes(100), 1);
        read(wrong, 0, 60);
        read(wrong, 0, 60);
        read(wrong, 50, 90);
        read(wrong, 91, 100);
        assertThatThrownBy(() -> read(wrong, 80, 100))
                .isInstanceOfSatisfying(
                        TergeException.class,
                        failure -> assertThat(failure.code()).isEqualTo(ZipCode.CHECKSUM_MISMATCH))
                .hasMessageContaining("'model.zip': 'entry' is damaged: expected the checksum")
                .hasMessageContaining("fix: copy or download the file again");
        assertThatThrownBy(() -> read(wrong, 0, 1)).isInstanceOf(TergeException.class);
    }

    @Test
    void memoryOfAnyKindIsChecked() throws IOException {
        byte[] content = bytes(8 * 30_000);
        StoredBytes right = checked(content, 0);
        StoredBytes wrong = checked(content, 1);
        right.read(0, MemorySegment.ofArray(new double[30_000]));
        assertThatThrownBy(() -> wrong.read(0, MemorySegment.ofArray(new double[30_000])))
                .isInstanceOf(TergeException.class);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment memory = arena.allocate(content.length);
            checked(content, 0).read(0, memory);
            StoredBytes again = checked(content, 1);
            assertThatThrownBy(() -> again.read(0, memory)).isInstanceOf(TergeException.class);
        }
    }

    @Test
    void entriesReadInTooManyPiecesAreNotChecked() throws IOException {
        StoredBytes wrong = checked(bytes(1200), 1);
        for (int i = 0; i < 600; i++) {
            read(wrong, 2 * i, 2 * i + 1);
        }
        read(wrong, 0, 1200);
    }

    private static int failures(ExecutorService threads, StoredBytes bytes, List<int[]> cuts)
            throws Exception {
        List<Future<Boolean>> reads = new ArrayList<>();
        for (int[] cut : cuts) {
            reads.add(threads.submit(() -> fails(bytes, cut[0], cut[1])));
        }
        int failures = 0;
        for (Future<Boolean> read : reads) {
            failures += read.get() ? 1 : 0;
        }
        return failures;
    }

    private static boolean fails(StoredBytes bytes, int from, int to) throws IOException {
        try {
            read(bytes, from, to);
            return false;
        } catch (TergeException mismatch) {
            return true;
        }
    }

    private static void read(StoredBytes bytes, int from, int to) throws IOException {
        bytes.read(from, MemorySegment.ofArray(new byte[to - from]));
    }

    /** Ranges that cover everything, some of them overlapping, in any order. */
    private List<int[]> cuts(int size, int count) {
        List<int[]> cuts = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= count; i++) {
            int to = i == count ? size : from + random.nextInt((size - from) / 20 + 1);
            cuts.add(new int[] {Math.max(0, from - random.nextInt(3)), to});
            from = to;
        }
        Collections.shuffle(cuts, random);
        return cuts;
    }

    private static StoredBytes checked(byte[] content, int error) {
        int crc = crc(content, 0, content.length) + error;
        ZipEntry entry = new ZipEntry("entry", 0, false, crc, content.length, content.length, 0);
        return new CheckedBytes(
                StoredBytes.of(MemorySegment.ofArray(content)),
                entry,
                new ZipProblems("'model.zip'"));
    }

    private byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        return bytes;
    }

    private static int crc(byte[] bytes, int from, int to) {
        CRC32 crc = new CRC32();
        crc.update(bytes, from, to - from);
        return (int) crc.getValue();
    }
}
