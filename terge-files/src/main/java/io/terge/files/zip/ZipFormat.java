package io.terge.files.zip;

import io.terge.tensor.StoredBytes;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The numbers of the zip format. */
final class ZipFormat {

    static final int LOCAL = 0x04034b50;
    static final int CENTRAL = 0x02014b50;
    static final int END = 0x06054b50;
    static final int END_64 = 0x06064b50;
    static final int LOCATOR_64 = 0x07064b50;

    static final int LOCAL_BYTES = 30;
    static final int CENTRAL_BYTES = 46;
    static final int END_BYTES = 22;
    static final int END_64_BYTES = 56;
    static final int LOCATOR_64_BYTES = 20;

    /** What the record at the end of a zip64 archive says of its size: it leaves out the start. */
    static final long END_64_REST = END_64_BYTES - 12L;

    static final int STORED = 0;
    static final int DEFLATED = 8;

    static final int ENCRYPTED = 1;
    static final int SIZES_FOLLOW = 1 << 3;
    static final int STRONGLY_ENCRYPTED = 1 << 6;
    static final int NAME_IS_UTF8 = 1 << 11;
    static final int HEADERS_ENCRYPTED = 1 << 13;

    static final int EXTRA_64 = 0x0001;
    static final int EXTRA_NAME = 0x7075;
    static final int EXTRA_PADDING = 0x4246;

    /** What stands for a 32-bit number that is in the zip64 field, and the first one that must. */
    static final long MAX_INT = 0xffff_ffffL;

    /** The same for 16 bits, and the longest name, field or comment. */
    static final int MAX_SHORT = 0xffff;

    static final int MAX_ENTRIES = 1_000_000;
    static final long MAX_DIRECTORY = 1L << 28;

    /** The size of buffers for reading and writing. */
    static final int PIECE = 1 << 20;

    private ZipFormat() {}

    static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Reads a range that is known to be within the file, and small. */
    static ByteBuffer read(StoredBytes file, long start, long size) throws IOException {
        ByteBuffer bytes = little(Math.toIntExact(size));
        file.read(start, MemorySegment.ofBuffer(bytes));
        return bytes;
    }

    static int unsignedShort(ByteBuffer bytes, int at) {
        return Short.toUnsignedInt(bytes.getShort(at));
    }

    static long unsignedInt(ByteBuffer bytes, int at) {
        return Integer.toUnsignedLong(bytes.getInt(at));
    }
}
