package io.terge.files;

import io.terge.error.TergeException;
import io.terge.tensor.StoredBytes;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/**
 * A file that is open for reading. Nothing of it is read before somebody asks for bytes. Safe for
 * use by several threads at once.
 *
 * @since 0.1
 */
public final class OpenFile implements AutoCloseable {

    private final Path path;
    private final FileChannel channel;
    private final long size;

    private OpenFile(Path path, FileChannel channel, long size) {
        this.path = path;
        this.channel = channel;
        this.size = size;
    }

    /**
     * Opens a file, or what a link points at.
     *
     * @throws TergeException with {@link io.terge.error.TergeCode#MODEL_NOT_FOUND} if there is none
     * @throws FileSystemException if it is a directory, a pipe or a device, none of which is opened
     * @throws IOException if it cannot be read
     */
    public static OpenFile open(Path path) throws IOException {
        RegularFile.check(path);
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        try {
            return new OpenFile(path, channel, channel.size());
        } catch (IOException | RuntimeException | Error failure) {
            channel.close();
            throw failure;
        }
    }

    /** Where the file is, as it was opened. */
    public Path path() {
        return path;
    }

    /** How many bytes it had when it was opened. */
    public long size() {
        return size;
    }

    /**
     * Returns a run of bytes, which are read where they are asked for. Reading fails with {@link
     * java.io.EOFException} where the file was cut short meanwhile, and with {@link
     * java.nio.channels.ClosedChannelException} once this file is closed.
     *
     * @param start where the first byte is
     * @param size how many there are
     * @throws IndexOutOfBoundsException if they are not within the file
     */
    public StoredBytes bytes(long start, long size) {
        Objects.checkFromIndexSize(start, size, this.size);
        return new FileBytes(channel, start, size);
    }

    /** Closes the file; closing it again is harmless. */
    @Override
    public void close() throws IOException {
        channel.close();
    }
}
