package io.terge.files.zip;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;

/**
 * An entry of an archive that is written.
 *
 * @param local the position of its local header
 * @param padding the size of the extra field that aligns the content; 0 if there is none
 */
record PlannedEntry(String name, EntrySource source, long local, int padding) {

    private static final short VERSION = 20;
    private static final short VERSION_64 = 45;

    /** The version that knows every compression method. */
    private static final short VERSION_OTHER = 63;

    private static final int FIRST_OF_JANUARY_1980 = 0x0021_0000;
    private static final int FIELD_HEAD = 4;

    /** Places an entry whose content starts at a multiple of the alignment; 1 for any position. */
    static PlannedEntry at(long local, String name, EntrySource source, int alignment) {
        PlannedEntry packed = new PlannedEntry(name, source, local, 0);
        if (alignment == 1) {
            return packed;
        }
        long start = packed.start() + FIELD_HEAD;
        int padding = (int) (Math.ceilDiv(start, alignment) * alignment - start);
        return new PlannedEntry(name, source, local, FIELD_HEAD + padding);
    }

    private byte[] nameInUtf8() {
        return name.getBytes(UTF_8);
    }

    /** Where the content starts. */
    long start() {
        int zip64 = isLarge() ? FIELD_HEAD + 2 * Long.BYTES : 0;
        return local + ZipFormat.LOCAL_BYTES + nameInUtf8().length + zip64 + padding;
    }

    /**
     * Where the entry ends.
     *
     * @throws ArithmeticException if that exceeds 64 bits
     */
    long end() {
        return Math.addExact(start(), source.compressedSize());
    }

    /** The numbers that the zip64 field has: both sizes, or none. */
    private boolean isLarge() {
        return Math.max(source.size(), source.compressedSize()) >= ZipFormat.MAX_INT;
    }

    /** The header in front of the content. */
    ByteBuffer localHeader(int crc) {
        byte[] utf8 = nameInUtf8();
        ByteBuffer header = ZipFormat.little((int) (start() - local));
        int extra = header.limit() - ZipFormat.LOCAL_BYTES - utf8.length;
        header.putInt(ZipFormat.LOCAL);
        putCommon(header, version(isLarge()), crc, utf8.length, extra);
        header.put(utf8);
        if (isLarge()) {
            putZip64(header, source.size(), source.compressedSize());
        }
        if (padding > 0) {
            header.putShort((short) ZipFormat.EXTRA_PADDING);
            header.putShort((short) (padding - FIELD_HEAD));
            while (header.hasRemaining()) {
                header.put((byte) 'Z');
            }
        }
        return header.flip();
    }

    /** The header in the directory. */
    ByteBuffer centralHeader(int crc) {
        byte[] utf8 = nameInUtf8();
        boolean isFar = local >= ZipFormat.MAX_INT;
        long[] zip64 = zip64(isFar);
        int extra = zip64.length == 0 ? 0 : FIELD_HEAD + zip64.length * Long.BYTES;
        short version = version(zip64.length > 0);
        ByteBuffer header = ZipFormat.little(ZipFormat.CENTRAL_BYTES + utf8.length + extra);
        header.putInt(ZipFormat.CENTRAL).putShort(version);
        putCommon(header, version, crc, utf8.length, extra);
        header.putShort((short) 0).putShort((short) 0).putShort((short) 0).putInt(0);
        header.putInt(limited(local)).put(utf8);
        if (zip64.length > 0) {
            putZip64(header, zip64);
        }
        return header.flip();
    }

    private long[] zip64(boolean isFar) {
        if (isLarge()) {
            long[] sizes = {source.size(), source.compressedSize()};
            return isFar ? new long[] {sizes[0], sizes[1], local} : sizes;
        }
        return isFar ? new long[] {local} : new long[0];
    }

    private short version(boolean zip64) {
        if (source.method() > ZipFormat.DEFLATED) {
            return VERSION_OTHER;
        }
        return zip64 ? VERSION_64 : VERSION;
    }

    /**
     * The fields from the version on to the length of the extra fields, which both headers have.
     */
    private void putCommon(ByteBuffer header, short version, int crc, int nameSize, int extra) {
        header.putShort(version).putShort((short) ZipFormat.NAME_IS_UTF8);
        header.putShort((short) source.method()).putInt(FIRST_OF_JANUARY_1980).putInt(crc);
        header.putInt(isLarge() ? -1 : (int) source.compressedSize());
        header.putInt(isLarge() ? -1 : (int) source.size());
        header.putShort((short) nameSize).putShort((short) extra);
    }

    private static void putZip64(ByteBuffer header, long... numbers) {
        header.putShort((short) ZipFormat.EXTRA_64);
        header.putShort((short) (numbers.length * Long.BYTES));
        for (long number : numbers) {
            header.putLong(number);
        }
    }

    private static int limited(long number) {
        return (int) Math.min(number, ZipFormat.MAX_INT);
    }
}
