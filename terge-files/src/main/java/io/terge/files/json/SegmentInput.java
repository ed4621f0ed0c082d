package io.terge.files.json;

import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Objects;

/** Reads memory as a stream, so that a header is parsed where it was read to. */
final class SegmentInput extends InputStream {

    private final MemorySegment segment;
    private long position;

    SegmentInput(MemorySegment segment) {
        this.segment = segment;
    }

    @Override
    public int read() {
        if (position == segment.byteSize()) {
            return -1;
        }
        return Byte.toUnsignedInt(segment.get(ValueLayout.JAVA_BYTE, position++));
    }

    @Override
    public int read(byte[] into, int from, int length) {
        Objects.checkFromIndexSize(from, length, into.length);
        if (length == 0) {
            return 0;
        }
        if (position == segment.byteSize()) {
            return -1;
        }
        int count = (int) Math.min(length, segment.byteSize() - position);
        MemorySegment.copy(segment, ValueLayout.JAVA_BYTE, position, into, from, count);
        position += count;
        return count;
    }
}
