package io.terge.files.output;

import io.terge.files.FileBytes;
import io.terge.tensor.StoredBytes;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.Objects;

/**
 * A new file that is written at positions. Safe for use by several threads at once, as long as they
 * write to different ranges.
 *
 * @since 0.1
 */
public final class OutputFile implements AutoCloseable {

    /** The maximum size of one system call, which writes less than 2 GiB. */
    private static final long NATIVE_CHUNK = 1L << 30;

    /** The size of the native buffer for writes from the heap. */
    private static final long HEAP_CHUNK = 1L << 20;

    private final FileChannel channel;

    private OutputFile(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Creates an empty file.
     *
     * @param file a path in the {@linkplain io.terge.files.staging.StagedOutput#content() content}
     *     of an output
     * @throws FileAlreadyExistsException if it exists
     * @throws IOException if it cannot be created
     */
    public static OutputFile create(Path file) throws IOException {
        return create(file, FileOpener.ofFiles());
    }

    static OutputFile create(Path file, FileOpener opener) throws IOException {
        return new OutputFile(opener.create(file));
    }

    /**
     * Writes all bytes of a segment. The file grows if necessary; gaps are filled with zeros.
     *
     * @param position the position of the first byte
     * @param bytes read during the call only; native memory avoids a copy
     * @throws IndexOutOfBoundsException if the position is negative, or the end exceeds 64 bits
     * @throws IOException if they cannot be written
     */
    public void write(long position, MemorySegment bytes) throws IOException {
        Objects.checkFromIndexSize(position, bytes.byteSize(), Long.MAX_VALUE);
        if (bytes.isNative()) {
            for (long done = 0; done < bytes.byteSize(); done += NATIVE_CHUNK) {
                long count = Math.min(NATIVE_CHUNK, bytes.byteSize() - done);
                writeAt(position + done, bytes.asSlice(done, count).asByteBuffer());
            }
        } else {
            writeFromHeap(position, bytes);
        }
    }

    /**
     * Returns a range of written bytes, which can be read while this file is open.
     *
     * @param start the position of the first byte
     * @param size the number of bytes
     */
    public StoredBytes bytes(long start, long size) {
        return new FileBytes(channel, start, size);
    }

    /**
     * Makes the file durable.
     *
     * @throws IOException if it fails; written bytes may then be lost
     */
    public void force() throws IOException {
        channel.force(true);
    }

    /** Closes the file. Closing it again has no effect. */
    @Override
    public void close() throws IOException {
        channel.close();
    }

    private void writeFromHeap(long position, MemorySegment bytes) throws IOException {
        // A buffer over an array would be copied by the channel into memory of the same size, which
        // it keeps for the thread; and there is none over float[] or double[].
        long chunk = Math.min(HEAP_CHUNK, bytes.byteSize());
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment scratch = arena.allocate(chunk);
            for (long done = 0; done < bytes.byteSize(); done += chunk) {
                long count = Math.min(chunk, bytes.byteSize() - done);
                MemorySegment.copy(bytes, done, scratch, 0, count);
                writeAt(position + done, scratch.asSlice(0, count).asByteBuffer());
            }
        }
    }

    private void writeAt(long position, ByteBuffer bytes) throws IOException {
        long next = position;
        while (bytes.hasRemaining()) {
            next += channel.write(bytes, next);
        }
    }
}
