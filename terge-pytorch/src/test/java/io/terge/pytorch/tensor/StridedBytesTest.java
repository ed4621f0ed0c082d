package io.terge.pytorch.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.terge.tensor.Footprint;
import io.terge.tensor.StoredBytes;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.Arrays;
import java.util.Random;

/** Views are read as if their elements were gathered one by one. */
class StridedBytesTest {

    private static final int VIEWS = Integer.getInteger("terge.views", 1_000);

    @Test
    void anyViewIsReadWholeAndInAnyRange() throws IOException {
        for (int seed = 0; seed < VIEWS; seed++) {
            Random random = new Random(seed);
            TensorView view = Views.random(random);
            StoredBytes stored = TensorBytes.of(view, new RecordedBytes(view.storage().bytes()));
            int size = Math.toIntExact(stored.size());
            assertThat(size).isEqualTo(Math.toIntExact(view.size()));
            assertRange(view, stored, 0, size, seed);
            for (int i = 0; i < 6; i++) {
                int start = random.nextInt(size + 1);
                assertRange(view, stored, start, random.nextInt(size - start + 1), seed);
            }
        }
    }

    @Test
    void someOfTheseViewsAreNotContiguous() {
        int strided = 0;
        for (int seed = 0; seed < VIEWS; seed++) {
            strided += Views.random(new Random(seed)).isContiguous() ? 0 : 1;
        }
        assertThat(strided).isBetween(VIEWS / 2, VIEWS - VIEWS / 10);
    }

    @Test
    void rowsMayBeLongerThanAWindow() throws IOException {
        long[] sizes = {700, 300_000};
        for (String type : new String[] {"uint8", "float32", "complex128"}) {
            assertRanges(Views.of(Views.type(type), 3, sizes, 1, 700));
            assertRanges(Views.of(Views.type(type), 3, sizes, 300_007, 1));
            assertRanges(Views.of(Views.type(type), 3, sizes, 600_001, 2));
            assertRanges(Views.of(Views.type(type), 3, sizes, 1, 1));
            assertRanges(Views.of(Views.type(type), 3, sizes, 0, 5));
        }
        assertRanges(
                Views.of(
                        Views.type("float32"),
                        0,
                        new long[] {64, 3, 500, 500},
                        1,
                        64,
                        192,
                        96_000));
    }

    @Test
    void elementsMayBeFarApart() throws IOException {
        long far = 1L << 40;
        TensorView view =
                Views.of(Views.type("float32"), far, new long[] {3, 4, 5}, far, 1, 3 * far);
        assertRange(view, TensorBytes.of(view, new RecordedBytes(view.storage().bytes())), 0, 240);
    }

    @Test
    void anExpandedTensorMayBeLargerThanAnyFile() throws IOException {
        TensorView view =
                Views.of(Views.type("float32"), 7, new long[] {1L << 30, 3, 1L << 28}, 0, 2, 0);
        RecordedBytes storage = new RecordedBytes(view.storage().bytes());
        StoredBytes stored = TensorBytes.of(view, storage);
        assertThat(stored.size()).isEqualTo(3L << 60);
        for (long start : new long[] {0, (1L << 30) - 50, (1L << 60) + 1, (3L << 60) - 100}) {
            assertRange(view, stored, start, 100);
        }
        assertThat(storage.reads()).isLessThan(30);
    }

    @Test
    void blocksOfATransposedMatrixAreReadInRuns() throws IOException {
        int rows = 1024;
        int columns = 2048;
        TensorView view =
                Views.of(Views.type("float32"), 0, new long[] {columns, rows}, 1, columns);
        RecordedBytes storage = new RecordedBytes(view.storage().bytes());
        StoredBytes stored = TensorBytes.of(view, storage);
        int block = 1 << 20;
        for (long start = 0; start < stored.size(); start += block) {
            Views.read(stored, start, block);
        }
        // Each block is 256 of 2048 columns: a run of 1 KiB in each row, in the best case.
        assertThat(storage.reads()).isLessThanOrEqualTo((long) rows * stored.size() / block);
        assertThat(storage.bytesRead()).isLessThanOrEqualTo(5 * stored.size());
    }

    @Test
    void aSmallPermutedTensorIsReadAtOnce() throws IOException {
        TensorView view = Views.of(Views.type("float32"), 0, new long[] {16, 8, 32}, 1, 512, 16);
        RecordedBytes storage = new RecordedBytes(view.storage().bytes());
        Views.read(TensorBytes.of(view, storage), 0, 16 * 8 * 32 * 4);
        assertThat(storage.reads()).isEqualTo(1);
    }

    /** Halving such a tensor would end in millions of reads. */
    @Test
    void aSmallStorageIsReadOnceHoweverWildTheStrides() throws IOException {
        long[] sizes = new long[20];
        long[] strides = new long[20];
        Arrays.fill(sizes, 2);
        for (int i = 0; i < sizes.length; i++) {
            strides[i] = 8_191L * (i * 7 % 19 + 1);
        }
        TensorView view = Views.of(Views.type("float32"), 5, sizes, strides);
        RecordedBytes storage = new RecordedBytes(view.storage().bytes());
        StoredBytes stored = TensorBytes.of(view, storage);
        assertRange(view, stored, 0, 1 << 22);
        assertThat(storage.reads()).isEqualTo(1);
        assertThat(storage.bytesRead()).isLessThanOrEqualTo(storage.size());
        // A few elements are not worth reading all of it.
        Views.read(stored, 0, 12);
        assertThat(storage.bytesRead()).isLessThanOrEqualTo(storage.size() + 3 * 4);
    }

    /** What is read at once is counted by the plan. */
    @Test
    void theScratchOfAReadIsKnown() {
        long[] sizes = {3, 4, 500_000};
        assertScratch(Views.of(Views.type("float32"), 0, sizes, 4, 1, 12), 1 << 19);
        assertScratch(Views.of(Views.type("float32"), 0, new long[] {30, 50}, 1, 30), 6_000);
        assertScratch(Views.of(Views.type("float32"), 0, new long[] {30, 50}, 1, 3_000), 588_120);
        assertScratch(Views.of(Views.type("float32"), 0, sizes, 2_000_000, 500_000, 1), 0);
    }

    private static void assertScratch(TensorView view, long expected) {
        StoredBytes bytes = TensorBytes.of(view, new RecordedBytes(view.storage().bytes()));
        Footprint footprint = TensorBytes.footprint(view.spec("a"), bytes);
        assertThat(footprint.bytesRead()).isEqualTo(view.size());
        assertThat(footprint.scratchPerElement()).isEqualTo(4);
        assertThat(footprint.scratchPerChunk()).isEqualTo(expected);
    }

    @Test
    void rangesOutsideAreRefused() {
        TensorView view = Views.of(Views.type("float32"), 2, new long[] {3, 4}, 1, 3);
        StoredBytes stored = TensorBytes.of(view, new RecordedBytes(view.storage().bytes()));
        for (long[] range : new long[][] {{-1, 1}, {0, 49}, {48, 1}, {Long.MAX_VALUE, 1}}) {
            assertThatExceptionOfType(IndexOutOfBoundsException.class)
                    .isThrownBy(() -> Views.read(stored, range[0], (int) range[1]));
        }
    }

    private static void assertRanges(TensorView view) throws IOException {
        StoredBytes stored = TensorBytes.of(view, new RecordedBytes(view.storage().bytes()));
        Random random = new Random(view.strides().hashCode());
        for (int i = 0; i < 4; i++) {
            int count = 1 + random.nextInt(i == 0 ? 2_000_000 : 3_000);
            assertRange(view, stored, random.nextLong(stored.size() - count), count);
        }
        assertRange(view, stored, stored.size() - 1000, 1000);
    }

    private static void assertRange(TensorView view, StoredBytes stored, long start, int count)
            throws IOException {
        assertRange(view, stored, start, count, -1);
    }

    private static void assertRange(
            TensorView view, StoredBytes stored, long start, int count, int seed)
            throws IOException {
        assertThat(Views.read(stored, start, count))
                .as("seed %d: %s from %d", seed, view, start)
                .isEqualTo(Views.expected(view, start, count));
    }
}
