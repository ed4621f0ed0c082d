package io.terge.engine.schedule;

import io.terge.tensor.StoredBytes;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * Reads on a thread of its own what steps are going to read, so that a disk works while they
 * compute. What it reads it throws away: the system keeps it in memory. Where it is there already,
 * little of it is read.
 */
public final class ReadAhead implements AutoCloseable {

    /** What a step reads. */
    public interface Part {

        /** How many bytes, about. */
        long bytes();

        /** The bytes, in the order in which they are read ahead. */
        List<StoredBytes> stored();
    }

    /**
     * How much is read.
     *
     * @param piece how many bytes at a time
     * @param most how many bytes beyond those of the step that was begun last
     * @param fewest a part of fewer bytes is left to its step
     * @param judged after how many pieces it is judged whether they were in memory: of other files,
     *     too, the system has some because it reads ahead by itself
     */
    public record Limits(int piece, long most, long fewest, int judged) {

        /** Those of real files. */
        public static Limits ofFiles() {
            return new Limits(1 << 20, 512 << 20, 4 << 20, 16);
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(ReadAhead.class);

    /** So many parts are left out, at most, behind one that was in memory. */
    private static final int MOST_SKIPPED = 31;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<Part> parts;
    private final long[] starts;
    private final Limits limits;
    private final LongSupplier fromDisk;
    private final Thread thread;
    // Written with the lock; read without it between two pieces.
    private volatile int begun;
    private volatile boolean stopped;
    // Of the thread that reads: the pieces that are to be judged.
    private int pieces;
    private long fromDiskBefore;

    private ReadAhead(List<Part> parts, Limits limits, LongSupplier fromDisk) {
        this.parts = List.copyOf(parts);
        this.starts = starts(parts);
        this.limits = limits;
        this.fromDisk = fromDisk;
        this.thread = Thread.ofPlatform().name("terge-read-ahead").daemon().unstarted(this::read);
    }

    /**
     * Begins to read ahead; the first part has been begun.
     *
     * @param parts what is read, in the order of the steps
     * @param fromDisk how many bytes a thread has had from disks so far, asked on that thread
     */
    public static ReadAhead of(List<Part> parts, Limits limits, LongSupplier fromDisk) {
        ReadAhead ahead = new ReadAhead(parts, limits, fromDisk);
        if (!parts.isEmpty()) {
            ahead.thread.start();
        }
        return ahead;
    }

    private static long[] starts(List<Part> parts) {
        long[] starts = new long[parts.size() + 1];
        for (int i = 0; i < parts.size(); i++) {
            starts[i + 1] = starts[i] + parts.get(i).bytes();
        }
        return starts;
    }

    /** Told when the step of a part has begun, by any thread. */
    public void begun(int part) {
        change(() -> begun = Math.max(begun, part));
    }

    /** Stops, and waits until nothing is read any more. */
    @Override
    public void close() {
        change(() -> stopped = true);
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException later) {
                interrupted = true; // A piece takes no time, and models may be closed after this.
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void change(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    // What fails here fails again where it is needed, and is reported there.
    private void read() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment piece = arena.allocate(limits.piece());
            fromDiskBefore = fromDisk.getAsLong();
            int skipped = 0;
            int toSkip = 0;
            for (int part = 1; part < parts.size() && await(part); part++) {
                if (starts[part + 1] - starts[part] < limits.fewest()) {
                    continue;
                }
                if (toSkip > 0) {
                    toSkip--;
                } else if (isCached(part, piece)) {
                    skipped = Math.min(2 * skipped + 1, MOST_SKIPPED);
                    toSkip = skipped;
                } else {
                    skipped = 0;
                }
            }
        } catch (IOException | RuntimeException failure) {
            LOG.debug("Nothing more is read ahead", failure);
        }
    }

    /** Waits until a part is near enough; false if there is nothing more to do. */
    private boolean await(int part) {
        lock.lock();
        try {
            while (!stopped && starts[part] - starts[begun + 1] >= limits.most()) {
                changed.awaitUninterruptibly();
            }
            return !stopped;
        } finally {
            lock.unlock();
        }
    }

    /** Reads a part, until pieces turn out to be in memory, or its step has begun. */
    private boolean isCached(int part, MemorySegment piece) throws IOException {
        for (StoredBytes stored : parts.get(part).stored()) {
            long length;
            for (long at = 0; at < stored.size(); at += length) {
                if (stopped || begun >= part) {
                    return false;
                }
                length = Math.min(piece.byteSize(), stored.size() - at);
                stored.read(at, piece.asSlice(0, length));
                pieces++;
                if (pieces == limits.judged() && areCached()) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean areCached() {
        long now = fromDisk.getAsLong();
        boolean areCached = now - fromDiskBefore < limits.piece();
        fromDiskBefore = now;
        pieces = 0;
        return areCached;
    }
}
