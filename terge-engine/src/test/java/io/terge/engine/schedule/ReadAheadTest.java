package io.terge.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.tensor.StoredBytes;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

@Timeout(60)
class ReadAheadTest {

    private static final int PIECE = 10;
    private static final ReadAhead.Limits LIMITS = new ReadAhead.Limits(PIECE, 100, 5, 2);

    private final AtomicLong fromDisk = new AtomicLong();
    private final BlockingQueue<String> read = new LinkedBlockingQueue<>();

    @Test
    void readsTheNextPartsPieceByPiece() throws InterruptedException {
        try (ReadAhead _ = ahead(part(0, 25, PIECE), part(1, 25, PIECE), part(2, 8, PIECE))) {
            assertThat(take(4)).containsExactly("1 at 0", "1 at 10", "1 at 20", "2 at 0");
        }
        assertThat(read).isEmpty();
    }

    @Test
    void goesOnlySoFarBeyondWhatHasBegun() throws InterruptedException {
        try (ReadAhead ahead =
                ahead(
                        part(0, 9, PIECE),
                        part(1, 60, PIECE),
                        part(2, 60, PIECE),
                        part(3, 10, PIECE))) {
            assertThat(take(12)).endsWith("2 at 50");
            // Part 3 begins 120 bytes after part 0, of which 100 are allowed.
            awaitWaiting();
            assertThat(read).isEmpty();
            ahead.begun(1);
            assertThat(take(1)).containsExactly("3 at 0");
        }
    }

    @Test
    void leavesAPartThatIsInMemoryAndTriesFewerOfThoseBehindIt() throws InterruptedException {
        ReadAhead.Part[] parts =
                IntStream.range(0, 9).mapToObj(i -> part(i, 30, 0)).toArray(ReadAhead.Part[]::new);
        try (ReadAhead ahead = ahead(parts)) {
            // Two pieces tell. One part is left out, then three.
            assertThat(take(4)).containsExactly("1 at 0", "1 at 10", "3 at 0", "3 at 10");
            ahead.begun(5);
            assertThat(take(2)).containsExactly("7 at 0", "7 at 10");
        }
        assertThat(read).isEmpty();
    }

    @Test
    void piecesThatTheSystemReadByItselfDoNotTell() throws InterruptedException {
        AtomicLong pieces = new AtomicLong();
        // Of every two pieces one is in memory.
        StoredBytes half =
                bytes(1, 40, () -> fromDisk.addAndGet(pieces.getAndIncrement() % 2 * PIECE));
        try (ReadAhead _ = ahead(part(0, 9, PIECE), part(40, half))) {
            assertThat(take(4)).endsWith("1 at 30");
        }
    }

    @Test
    void leavesSmallPartsToTheirSteps() throws InterruptedException {
        try (ReadAhead _ = ahead(part(0, 10, PIECE), part(1, 4, PIECE), part(2, 10, PIECE))) {
            assertThat(take(1)).containsExactly("2 at 0");
        }
    }

    @Test
    void leavesAPartWhoseStepBegins() throws InterruptedException {
        BlockingQueue<ReadAhead> self = new LinkedBlockingQueue<>();
        StoredBytes beginsItself =
                bytes(
                        1,
                        50,
                        () -> {
                            fromDisk.addAndGet(PIECE);
                            self.take().begun(1);
                        });
        try (ReadAhead ahead =
                ahead(part(0, 9, PIECE), part(50, beginsItself), part(2, 10, PIECE))) {
            self.add(ahead);
            assertThat(take(2)).containsExactly("1 at 0", "2 at 0");
        }
    }

    @Test
    void endsWhereReadingFails() throws InterruptedException {
        StoredBytes broken =
                bytes(
                        1,
                        50,
                        () -> {
                            throw new IOException("broken");
                        });
        try (ReadAhead _ = ahead(part(0, 9, PIECE), part(50, broken), part(2, 10, PIECE))) {
            assertThat(take(1)).containsExactly("1 at 0");
        }
        assertThat(read).isEmpty();
    }

    @Test
    void nothingToReadIsNoThread() {
        try (ReadAhead ahead = ahead()) {
            ahead.begun(3);
        }
        assertThat(read).isEmpty();
    }

    // Until the thread waits, or has ended.
    private static void awaitWaiting() {
        Thread reader =
                Thread.getAllStackTraces().keySet().stream()
                        .filter(thread -> thread.getName().equals("terge-read-ahead"))
                        .findAny()
                        .orElseThrow();
        while (reader.isAlive() && reader.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
    }

    private List<String> take(int count) throws InterruptedException {
        String[] all = new String[count];
        for (int i = 0; i < count; i++) {
            all[i] = read.take();
        }
        return List.of(all);
    }

    private ReadAhead ahead(ReadAhead.Part... parts) {
        return ReadAhead.of(List.of(parts), LIMITS, fromDisk::get);
    }

    /** A part that has so many bytes of each piece from a disk. */
    private ReadAhead.Part part(int index, int size, long fromDiskEach) {
        return part(size, bytes(index, size, () -> fromDisk.addAndGet(fromDiskEach)));
    }

    private static ReadAhead.Part part(int size, StoredBytes stored) {
        return new ReadAhead.Part() {
            @Override
            public long bytes() {
                return size;
            }

            @Override
            public List<StoredBytes> stored() {
                return List.of(stored);
            }
        };
    }

    private interface Reading {
        void run() throws IOException, InterruptedException;
    }

    private StoredBytes bytes(int index, int size, Reading reading) {
        return new StoredBytes() {
            @Override
            public long size() {
                return size;
            }

            @Override
            public void read(long offset, MemorySegment into) throws IOException {
                read.add(index + " at " + offset);
                try {
                    reading.run();
                } catch (InterruptedException stop) {
                    throw new IOException(stop);
                }
            }
        };
    }
}
