package io.terge.pytorch.pickle;

import static java.util.Objects.requireNonNull;

import io.terge.error.ErrorCode;
import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.tensor.StoredBytes;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.Objects;

/**
 * The bytes that pickles are read from, through a buffer. Not safe for use by several threads.
 *
 * @since 0.1
 */
public final class PickleInput {

    private static final int BUFFER = 1 << 16;

    private final StoredBytes bytes;
    private final String subject;
    private final byte[] buffer;
    // The buffer has the bytes from `start`; those before `next` have been read.
    private long start;
    private int next;
    private int filled;
    private long limit;
    private long opcodeStart;

    /**
     * Starts at the first byte.
     *
     * @param bytes the file, or an entry of an archive
     * @param subject what messages call it, quoted
     */
    public PickleInput(StoredBytes bytes, String subject) {
        this(bytes, subject, 0);
    }

    /**
     * Starts at a position.
     *
     * @throws IndexOutOfBoundsException if the position is not within the bytes
     */
    public PickleInput(StoredBytes bytes, String subject, long position) {
        this.bytes = requireNonNull(bytes, "bytes");
        this.subject = requireNonNull(subject, "subject");
        this.start = Objects.checkIndex(position, bytes.size() + 1);
        this.limit = bytes.size();
        this.buffer = new byte[(int) Math.min(BUFFER, bytes.size())];
    }

    /** The position of the next byte. */
    public long position() {
        return start + next;
    }

    /** Limits how many bytes can be read from here. */
    void limit(long count) {
        limit = Math.min(bytes.size(), position() + Math.min(count, bytes.size()));
    }

    /** Reads the code of an instruction; faults until the next one are reported there. */
    int opcode() throws IOException {
        opcodeStart = position();
        return unsigned();
    }

    int unsigned() throws IOException {
        if (next == filled || position() >= limit) {
            require(1);
            fill();
        }
        return Byte.toUnsignedInt(buffer[next++]);
    }

    /** Reads an unsigned little-endian number of up to 8 bytes; 8 bytes may come out negative. */
    long littleEndian(int count) throws IOException {
        long value = 0;
        for (int i = 0; i < count; i++) {
            value |= (long) unsigned() << (Byte.SIZE * i);
        }
        return value;
    }

    /** Reads bytes that exist: nothing is allocated for a length that is only claimed. */
    byte[] bytes(int count) throws IOException {
        require(count);
        byte[] result = new byte[count];
        int buffered = Math.min(count, filled - next);
        System.arraycopy(buffer, next, result, 0, buffered);
        next += buffered;
        if (buffered < count) {
            long from = position();
            bytes.read(from, MemorySegment.ofArray(result).asSlice(buffered));
            start = from + count - buffered;
            next = 0;
            filled = 0;
        }
        return result;
    }

    /** Reads to the next line feed, which is not part of the result. */
    byte[] line(int longest) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(32);
        for (int read = unsigned(); read != '\n'; read = unsigned()) {
            if (line.size() == longest) {
                throw tooLarge("a line is longer than %d bytes".formatted(longest));
            }
            line.write(read);
        }
        return line.toByteArray();
    }

    /** Checks that as many bytes follow. */
    void require(long count) {
        if (count < 0 || count > limit - position()) {
            if (count >= 0 && count <= bytes.size() - position()) {
                throw tooLarge("the pickle is longer than the limit");
            }
            throw truncated(count);
        }
    }

    TergeException invalid(String what) {
        return new TergeException(problem(PickleCode.PICKLE_INVALID, what));
    }

    TergeException tooLarge(String what) {
        return new TergeException(problem(PickleCode.PICKLE_TOO_LARGE, what));
    }

    TergeException unsupported(String what) {
        return new TergeException(problem(PickleCode.PICKLE_UNSUPPORTED, what));
    }

    /** Returns a problem with the instruction that is being executed. */
    Problem problem(ErrorCode code, String what) {
        return Problem.of(code, "%s: %s, at byte %d".formatted(subject, what, opcodeStart));
    }

    /** Returns a problem with the pickle as a whole. */
    Problem problemOfAll(ErrorCode code, String what) {
        return Problem.of(code, "%s: %s".formatted(subject, what));
    }

    private TergeException truncated(long count) {
        String what =
                "the pickle is truncated: expected %s more bytes, got %d"
                        .formatted(Long.toUnsignedString(count), bytes.size() - position());
        return new TergeException(
                problem(TergeCode.FILE_TRUNCATED, what).fix("copy or download the file again"));
    }

    private void fill() throws IOException {
        start += next;
        next = 0;
        filled = 0;
        int count = (int) Math.min(buffer.length, limit - start);
        bytes.read(start, MemorySegment.ofArray(buffer).asSlice(0, count));
        filled = count;
    }
}
