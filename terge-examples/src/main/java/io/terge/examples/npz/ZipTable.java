package io.terge.examples.npz;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.terge.error.Problem;
import io.terge.error.TergeException;
import io.terge.files.OpenFile;
import io.terge.files.Quoted;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the table at the end of a zip file. Not by {@link java.util.zip.ZipFile}, which does not
 * tell where in the file a member's bytes are.
 */
final class ZipTable {

    static final int LOCAL = 0x04034b50;
    static final int CENTRAL = 0x02014b50;
    static final int END = 0x06054b50;
    static final int LOCAL_BYTES = 30;
    static final int CENTRAL_BYTES = 46;
    static final int END_BYTES = 22;

    /** What stands for a number that needs the zip64 format. */
    static final long MAX_BYTES = 0xffff_ffffL;

    /** What stands for a count that needs the zip64 format, and for the longest name. */
    static final int MAX_COUNT = 0xffff;

    private static final long MAX_TABLE = 100_000_000;
    private static final int ENCRYPTED = 1;

    /**
     * A member.
     *
     * @param name its name
     * @param start where its first byte is
     * @param size how many bytes it has
     */
    record Member(String name, long start, long size) {}

    private final OpenFile file;

    private ZipTable(OpenFile file) {
        this.file = file;
    }

    /** Returns all members of a zip file, none of them compressed, in the order of the table. */
    static List<Member> members(OpenFile file) throws IOException {
        return new ZipTable(file).read();
    }

    private List<Member> read() throws IOException {
        ByteBuffer end = end();
        int count = Short.toUnsignedInt(end.getShort(10));
        long size = Integer.toUnsignedLong(end.getInt(12));
        long start = Integer.toUnsignedLong(end.getInt(16));
        if (count == MAX_COUNT || start == MAX_BYTES) {
            throw refused(NpzCode.NPZ_TOO_LARGE, "needs the zip64 format");
        }
        if (size > MAX_TABLE) {
            throw refused(NpzCode.NPZ_INVALID, "has a table of " + size + " bytes");
        }
        ByteBuffer table = bytes(start, size);
        List<Member> members = new ArrayList<>();
        while (members.size() < count) {
            members.add(member(table));
        }
        return members;
    }

    /** The record at the end, which a comment may follow. */
    private ByteBuffer end() throws IOException {
        long size = Math.min(file.size(), END_BYTES + MAX_COUNT);
        ByteBuffer tail = bytes(file.size() - size, size);
        for (int at = tail.limit() - END_BYTES; at >= 0; at--) {
            if (tail.getInt(at) == END) {
                return tail.slice(at, END_BYTES).order(ByteOrder.LITTLE_ENDIAN);
            }
        }
        throw refused(NpzCode.NPZ_INVALID, "is not a zip file, or is truncated");
    }

    private Member member(ByteBuffer table) throws IOException {
        int at = table.position();
        if (table.remaining() < CENTRAL_BYTES || table.getInt(at) != CENTRAL) {
            throw refused(NpzCode.NPZ_INVALID, "has a malformed table at its end");
        }
        int nameBytes = Short.toUnsignedInt(table.getShort(at + 28));
        int more =
                Short.toUnsignedInt(table.getShort(at + 30))
                        + Short.toUnsignedInt(table.getShort(at + 32));
        if (table.remaining() < CENTRAL_BYTES + nameBytes + more) {
            throw refused(NpzCode.NPZ_INVALID, "has a malformed table at its end");
        }
        String name = UTF_8.decode(table.slice(at + CENTRAL_BYTES, nameBytes)).toString();
        checkStored(table, at, name);
        long size = Integer.toUnsignedLong(table.getInt(at + 24));
        long start = start(Integer.toUnsignedLong(table.getInt(at + 42)), name);
        table.position(at + CENTRAL_BYTES + nameBytes + more);
        bytesExist(start, size);
        return new Member(name, start, size);
    }

    private void checkStored(ByteBuffer table, int at, String name) {
        boolean isEncrypted = (table.getShort(at + 8) & ENCRYPTED) != 0;
        if (isEncrypted || table.getShort(at + 10) != 0) {
            throw new TergeException(
                    Problem.of(
                                    NpzCode.NPZ_COMPRESSED,
                                    "%s: %s is compressed or encrypted"
                                            .formatted(Quoted.of(file.path()), Quoted.of(name)))
                            .fix("save the arrays with np.savez instead of np.savez_compressed"));
        }
        if (Integer.toUnsignedLong(table.getInt(at + 24)) == MAX_BYTES
                || Integer.toUnsignedLong(table.getInt(at + 42)) == MAX_BYTES) {
            throw refused(NpzCode.NPZ_TOO_LARGE, "needs the zip64 format");
        }
    }

    /** Where a member's bytes are: behind a header whose length only that header tells. */
    private long start(long header, String name) throws IOException {
        ByteBuffer local = bytes(header, LOCAL_BYTES);
        if (local.getInt(0) != LOCAL) {
            throw refused(NpzCode.NPZ_INVALID, "has no member where " + Quoted.of(name) + " is");
        }
        return header
                + LOCAL_BYTES
                + Short.toUnsignedInt(local.getShort(26))
                + Short.toUnsignedInt(local.getShort(28));
    }

    private ByteBuffer bytes(long start, long size) throws IOException {
        bytesExist(start, size);
        byte[] bytes = new byte[Math.toIntExact(size)];
        file.bytes(start, size).read(0, MemorySegment.ofArray(bytes));
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private void bytesExist(long start, long size) {
        if (start + size > file.size()) {
            throw refused(NpzCode.NPZ_INVALID, "is truncated, or its table is malformed");
        }
    }

    private TergeException refused(NpzCode code, String why) {
        return new TergeException(Problem.of(code, Quoted.of(file.path()) + " " + why));
    }
}
