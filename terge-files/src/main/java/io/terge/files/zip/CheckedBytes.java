package io.terge.files.zip;

import io.terge.files.output.Span;
import io.terge.tensor.StoredBytes;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32;

/** The content of an entry, whose checksum is computed while it is read. */
final class CheckedBytes implements StoredBytes {

    private static final int BUFFER = 1 << 16;

    private enum State {
        UNKNOWN,
        RIGHT,
        WRONG
    }

    private final StoredBytes bytes;
    private final ZipEntry entry;
    private final ZipProblems problems;
    private final ReadRanges ranges = new ReadRanges();
    private volatile State state;
    private volatile int actual;

    CheckedBytes(StoredBytes bytes, ZipEntry entry, ZipProblems problems) {
        this.bytes = bytes;
        this.entry = entry;
        this.problems = problems;
        // No read completes an entry without content. The checksum of nothing is 0.
        this.state =
                bytes.size() > 0 ? State.UNKNOWN : entry.crc() == 0 ? State.RIGHT : State.WRONG;
    }

    @Override
    public long size() {
        return bytes.size();
    }

    @Override
    public void read(long offset, MemorySegment into) throws IOException {
        bytes.read(offset, into);
        if (state == State.UNKNOWN) {
            for (Span span : ranges.claim(offset, offset + into.byteSize())) {
                add(span, into.asSlice(span.start() - offset, span.size()));
            }
        }
        if (state == State.WRONG) {
            throw problems.mismatch(entry.name(), entry.crc(), actual);
        }
    }

    private void add(Span span, MemorySegment content) {
        Optional<Checksum> joined =
                ranges.add(span.start(), new Checksum(crc(content), span.size()));
        if (joined.isPresent() && joined.get().size() == size()) {
            actual = joined.get().crc();
            state = actual == entry.crc() ? State.RIGHT : State.WRONG;
        }
    }

    private static int crc(MemorySegment content) {
        CRC32 crc = new CRC32();
        byte[] buffer = new byte[content.isNative() ? 0 : BUFFER];
        for (long done = 0; done < content.byteSize(); ) {
            long count = Math.min(content.byteSize() - done, ZipFormat.PIECE);
            if (content.isNative()) {
                crc.update(content.asSlice(done, count).asByteBuffer());
            } else {
                // There is no buffer over float[] or double[].
                count = Math.min(count, BUFFER);
                MemorySegment.copy(content, ValueLayout.JAVA_BYTE, done, buffer, 0, (int) count);
                crc.update(ByteBuffer.wrap(buffer, 0, (int) count));
            }
            done += count;
        }
        return (int) crc.getValue();
    }
}
