package io.terge.files.output;

import io.terge.files.Companions;
import io.terge.files.FileCompanion;
import io.terge.files.Quoted;
import io.terge.spi.format.Companion;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.nio.channels.Channels;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * A companion that is copied into an output. Not by {@code Files.copy}: the copy is to be writable,
 * and durable before the commit.
 *
 * @param original what is copied
 * @param copy where to
 */
record CompanionCopy(Companion original, Path copy) {

    /** Makes the copy; that of a file has its permissions. */
    void make(FileOpener opener) throws IOException {
        try (FileChannel to = opener.create(copy)) {
            if (original instanceof FileCompanion file) {
                transfer(file.file(), to);
            } else {
                stream(to);
            }
            complete(to);
        }
    }

    /** Makes the copy with other contents. */
    void make(FileOpener opener, byte[] contents) throws IOException {
        try (OutputFile file = OutputFile.create(copy, opener)) {
            file.write(0, MemorySegment.ofArray(contents));
            keepPermissions();
            file.force();
        }
    }

    private void complete(FileChannel to) throws IOException {
        keepPermissions();
        to.force(true);
    }

    private void keepPermissions() throws IOException {
        Optional<Path> file = original.path();
        if (file.isPresent()) {
            KeptPermissions.copy(file.get(), copy);
        }
    }

    private void stream(FileChannel to) throws IOException {
        try (InputStream from = opened()) {
            from.transferTo(Channels.newOutputStream(to));
        }
    }

    // A failed read is told of as such: the output has no fault.
    private InputStream opened() throws IOException {
        try {
            return original.open();
        } catch (ClosedByInterruptException interrupt) {
            throw interrupt;
        } catch (IOException failure) {
            throw Companions.unreadable(original.name(), failure);
        }
    }

    private static FileChannel opened(Path original) throws IOException {
        try {
            return FileChannel.open(original, StandardOpenOption.READ);
        } catch (ClosedByInterruptException interrupt) {
            throw interrupt;
        } catch (IOException failure) {
            throw Companions.unreadable(original.toString(), failure);
        }
    }

    private static void transfer(Path original, FileChannel to) throws IOException {
        try (FileChannel from = opened(original)) {
            long size = from.size();
            for (long done = 0; done < size; ) {
                long count = from.transferTo(done, size - done, to);
                if (count <= 0) {
                    throw new IOException(
                            Quoted.of(original) + " was truncated while it was copied");
                }
                done += count;
            }
        }
    }
}
