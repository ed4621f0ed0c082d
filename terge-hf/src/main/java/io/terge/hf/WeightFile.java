package io.terge.hf;

import io.terge.tensor.ParameterSpec;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;

/** One file of weights while it is written, by several threads at once. */
final class WeightFile implements AutoCloseable {

    /** One system call writes less than 2 GiB. */
    private static final long NATIVE_CHUNK = 1L << 30;

    /** What lies on the heap passes through memory of this size. */
    private static final long HEAP_CHUNK = 1L << 20;

    private final SafetensorsLayout layout;
    private final FileChannel channel;
    private final LongAdder written = new LongAdder();

    private WeightFile(SafetensorsLayout layout, FileChannel channel) {
        this.layout = layout;
        this.channel = channel;
    }

    /** Makes the file in its full size and writes its header. */
    static WeightFile create(Path path, SafetensorsLayout layout, FileOpener opener)
            throws IOException {
        WeightFile file = new WeightFile(layout, opener.create(path));
        try {
            ByteBuffer head = layout.head();
            long start = head.remaining();
            file.writeAt(0, head);
            if (layout.weightBytes() > 0) {
                file.writeAt(start + layout.weightBytes() - 1, ByteBuffer.allocate(1));
            }
            return file;
        } catch (IOException | RuntimeException | Error failure) {
            file.close();
            throw failure;
        }
    }

    /** The names of the parameters in this file. */
    Set<String> names() {
        return layout.parameters().keySet();
    }

    /** Writes part of a parameter. */
    void write(String name, long offset, MemorySegment bytes) throws IOException {
        StoredParameter parameter = Objects.requireNonNull(layout.parameters().get(name));
        ParameterSpec spec = parameter.spec();
        Objects.checkFromIndexSize(offset, bytes.byteSize(), spec.byteSize());
        long position = layout.position(parameter) + offset;
        if (bytes.isNative()) {
            for (long done = 0; done < bytes.byteSize(); done += NATIVE_CHUNK) {
                long count = Math.min(NATIVE_CHUNK, bytes.byteSize() - done);
                writeAt(position + done, bytes.asSlice(done, count).asByteBuffer());
            }
        } else {
            writeFromHeap(position, bytes);
        }
        written.add(bytes.byteSize());
    }

    /**
     * Makes the file durable and closes it.
     *
     * @throws IllegalStateException if not every byte was written once
     */
    void finish() throws IOException {
        if (written.sum() != layout.weightBytes()) {
            throw new IllegalStateException(
                    "%d of %d bytes of weights were written"
                            .formatted(written.sum(), layout.weightBytes()));
        }
        channel.force(true);
        channel.close();
    }

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
