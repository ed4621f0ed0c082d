package io.terge.files.zip;

import io.terge.files.output.Span;
import io.terge.tensor.StoredBytes;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/** The content of an entry, whose checksum is computed while it is read. */
final class CheckedBytes implements StoredBytes {

    private static final int BUFFER = 1 << 16;

    /** Smaller than the second cache of any processor that is worth the trouble. */
    private static final long CACHED = 1 << 18;

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
        if (state == State.UNKNOWN) {
            readAndAdd(offset, into);
        } else {
            bytes.read(offset, into);
        }
        if (state == State.WRONG) {
            throw problems.mismatch(entry.name(), entry.crc(), actual);
        }
    }

    private void readAndAdd(long offset, MemorySegment into) throws IOException {
        List<Span> claimed = ranges.claim(offset, offset + into.byteSize());
        if (claimed.equals(List.of(new Span(offset, into.byteSize())))) {
            add(claimed.getFirst(), readAndSum(offset, into));
            return;
        }
        bytes.read(offset, into);
        for (Span span : claimed) {
            CRC32 crc = new CRC32();
            update(crc, into.asSlice(span.start() - offset, span.size()));
            add(span, crc);
        }
    }

    /** Reads piece by piece, so that each is summed while it is in the cache of the processor. */
    private CRC32 readAndSum(long offset, MemorySegment into) throws IOException {
        CRC32 crc = new CRC32();
        for (long done = 0; done < into.byteSize(); done += CACHED) {
            MemorySegment piece = into.asSlice(done, Math.min(CACHED, into.byteSize() - done));
            bytes.read(offset + done, piece);
            update(crc, piece);
        }
        return crc;
    }

    private void add(Span span, CRC32 crc) {
        Optional<Checksum> joined =
                ranges.add(span.start(), new Checksum((int) crc.getValue(), span.size()));
        if (joined.isPresent() && joined.get().size() == size()) {
            actual = joined.get().crc();
            state = actual == entry.crc() ? State.RIGHT : State.WRONG;
        }
    }

    private static void update(CRC32 crc, MemorySegment content) {
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
    }
}
