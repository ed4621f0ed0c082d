package io.terge.pytorch.archive;

import io.terge.files.OpenFile;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Reads numbers from files. */
final class LittleEndian {

    private LittleEndian() {}

    static long readLong(OpenFile file, long position) throws IOException {
        byte[] bytes = new byte[Long.BYTES];
        file.bytes(position, bytes.length).read(0, MemorySegment.ofArray(bytes));
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
    }
}
