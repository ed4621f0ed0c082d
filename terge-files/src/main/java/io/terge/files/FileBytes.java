package io.terge.files;

import io.terge.tensor.StoredBytes;

import java.io.EOFException;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Objects;

/**
 * A range of bytes in an open file, read on demand. Not mapped: a read costs less than the page
 * faults of a mapping, and reading from a truncated file fails instead of crashing the process.
 *
 * <p>The bytes can be read as long as the channel is open; it is not closed by this object.
 *
 * @param channel the file
 * @param start the position of the first byte
 * @param size the number of bytes
 * @since 0.1
 */
public record FileBytes(FileChannel channel, long start, long size) implements StoredBytes {

    /** The maximum size of one system call, which reads less than 2 GiB. */
    private static final long NATIVE_CHUNK = 1L << 30;

    /** The size of the native buffer for reads to the heap. */
    private static final long HEAP_CHUNK = 1L << 20;

    @Override
    public void read(long offset, MemorySegment into) throws IOException {
        Objects.checkFromIndexSize(offset, into.byteSize(), size);
        if (into.isNative()) {
            readNative(start + offset, into);
        } else {
            readToHeap(start + offset, into);
        }
    }

    @Override
    public StoredBytes slice(long from, long count) {
        Objects.checkFromIndexSize(from, count, size);
        return new FileBytes(channel, start + from, count);
    }

    private void readNative(long position, MemorySegment into) throws IOException {
        for (long done = 0; done < into.byteSize(); done += NATIVE_CHUNK) {
            long count = Math.min(NATIVE_CHUNK, into.byteSize() - done);
            readFully(position + done, into.asSlice(done, count).asByteBuffer());
        }
    }

    private void readToHeap(long position, MemorySegment into) throws IOException {
        // A buffer over an array would be filled by the channel through memory of the same size,
        // which it keeps for the thread; and there is none over float[] or double[].
        long chunk = Math.min(HEAP_CHUNK, into.byteSize());
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment scratch = arena.allocate(chunk);
            for (long done = 0; done < into.byteSize(); done += chunk) {
                long count = Math.min(chunk, into.byteSize() - done);
                readFully(position + done, scratch.asSlice(0, count).asByteBuffer());
                MemorySegment.copy(scratch, 0, into, done, count);
            }
        }
    }

    private void readFully(long position, ByteBuffer into) throws IOException {
        long next = position;
        while (into.hasRemaining()) {
            int count = channel.read(into, next);
            if (count < 0) {
                throw new EOFException("its file was truncated");
            }
            next += count;
        }
    }
}
