package io.terge.files.zip;

import io.terge.tensor.StoredBytes;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** Reads bytes from first to last, in pieces of native memory. */
final class Pieces {

    /** Receives a piece, which is valid during the call. */
    @FunctionalInterface
    interface Receiver {

        void accept(long offset, MemorySegment piece) throws IOException;
    }

    private Pieces() {}

    static void forEach(StoredBytes bytes, Receiver receiver) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment buffer = arena.allocate(Math.min(ZipFormat.PIECE, bytes.size()));
            for (long done = 0; done < bytes.size(); done += buffer.byteSize()) {
                long count = Math.min(buffer.byteSize(), bytes.size() - done);
                MemorySegment piece = buffer.asSlice(0, count);
                bytes.read(done, piece);
                receiver.accept(done, piece);
            }
        }
    }
}
