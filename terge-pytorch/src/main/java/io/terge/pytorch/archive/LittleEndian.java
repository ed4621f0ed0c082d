package io.terge.pytorch.archive;

import io.terge.tensor.StoredBytes;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Reads numbers from files. */
final class LittleEndian {

    private LittleEndian() {}

    static long readLong(StoredBytes file, long position) throws IOException {
        byte[] bytes = new byte[Long.BYTES];
        file.read(position, MemorySegment.ofArray(bytes));
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
    }
}
