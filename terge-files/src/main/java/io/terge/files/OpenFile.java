package io.terge.files;

import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.tensor.StoredBytes;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/**
 * A file that is open for reading. Bytes are read on demand. Safe for use by several threads at
 * once.
 *
 * @since 0.1
 */
public final class OpenFile implements AutoCloseable {

    private final Path path;
    private final FileChannel channel;
    private final long size;
    private final FileIdentity identity;

    private OpenFile(Path path, FileChannel channel, FileIdentity identity) throws IOException {
        this.path = path;
        this.channel = channel;
        this.size = channel.size();
        this.identity = identity;
    }

    /**
     * Opens a file, following symbolic links.
     *
     * @throws TergeException with {@link io.terge.error.TergeCode#MODEL_NOT_FOUND} if it does not
     *     exist
     * @throws FileSystemException if it is not a regular file, but a directory, pipe or device
     * @throws IOException if it cannot be read
     */
    public static OpenFile open(Path path) throws IOException {
        // Before it is opened: what happens to it from here on is noticed.
        FileIdentity identity = FileIdentity.of(RegularFile.check(path));
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        try {
            return new OpenFile(path, channel, identity);
        } catch (IOException | RuntimeException | Error failure) {
            channel.close();
            throw failure;
        }
    }

    /** The path of the file, as passed to {@link #open}. */
    public Path path() {
        return path;
    }

    /** The size of the file in bytes when it was opened. */
    public long size() {
        return size;
    }

    /**
     * Returns a range of bytes, which are read on demand. Reading throws {@link
     * java.io.EOFException} if the file has been truncated, and {@link
     * java.nio.channels.ClosedChannelException} after this file is closed.
     *
     * @param start the position of the first byte
     * @param size the number of bytes
     * @throws IndexOutOfBoundsException if the range is not within the file
     */
    public StoredBytes bytes(long start, long size) {
        Objects.checkFromIndexSize(start, size, this.size);
        return new FileBytes(channel, start, size);
    }

    /**
     * Checks that the same file is at the path as when it was opened, and that nobody has written
     * to it: for {@link io.terge.spi.format.ModelSource#checkUnchanged}.
     *
     * @throws TergeException with {@link TergeCode#MODEL_CHANGED} if that is not so
     * @throws IOException if the path cannot be examined
     */
    public void checkUnchanged() throws IOException {
        String difference;
        try {
            FileIdentity now = FileIdentity.of(path);
            if (now.equals(identity)) {
                return;
            }
            difference = identity.difference(now);
        } catch (NoSuchFileException gone) {
            difference = "it was removed";
        }
        throw new TergeException(
                Problem.of(
                                TergeCode.MODEL_CHANGED,
                                "%s changed while it was read: %s"
                                        .formatted(Quoted.of(path), difference))
                        .fix("repeat the merge, and do not modify the models until it is done"));
    }

    /** Closes the file. Closing it again has no effect. */
    @Override
    public void close() throws IOException {
        channel.close();
    }
}
