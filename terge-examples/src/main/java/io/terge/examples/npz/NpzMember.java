package io.terge.examples.npz;

import io.terge.files.output.OutputFile;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.StoredBytes;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;

/**
 * A parameter in an npz file that is written: the header of the zip member, that of the array, then
 * the numbers.
 *
 * @param spec the parameter
 * @param name the member's name in UTF-8
 * @param npy the header of the array
 * @param start where the header of the zip member starts
 */
record NpzMember(ParameterSpec spec, byte[] name, byte[] npy, long start) {

    private static final short VERSION = 20;
    private static final short NAME_IS_UTF8 = 0x0800;
    private static final int FIRST_OF_JANUARY_1980 = 0x0021_0000;
    private static final int BUFFER = 1 << 20;

    /** Where the header of the array starts. */
    long npyStart() {
        return start + ZipTable.LOCAL_BYTES + name.length;
    }

    /** Where the numbers start. */
    long numbersStart() {
        return npyStart() + npy.length;
    }

    /** Where the member ends. */
    long end() {
        return numbersStart() + spec.byteSize();
    }

    /** Computes the checksum of the header of the array, and of the numbers that were written. */
    int checksum(OutputFile file) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(npy);
        StoredBytes numbers = file.bytes(numbersStart(), spec.byteSize());
        byte[] buffer = new byte[(int) Math.min(BUFFER, numbers.size())];
        for (long done = 0; done < numbers.size(); done += buffer.length) {
            int count = (int) Math.min(buffer.length, numbers.size() - done);
            numbers.read(done, MemorySegment.ofArray(buffer).asSlice(0, count));
            crc.update(buffer, 0, count);
        }
        return (int) crc.getValue();
    }

    /** What is in front of the numbers: the header of the zip member and that of the array. */
    ByteBuffer head(int checksum) {
        ByteBuffer head = little(ZipTable.LOCAL_BYTES + name.length + npy.length);
        head.putInt(ZipTable.LOCAL);
        putCommon(head, checksum);
        return head.put(name).put(npy).flip();
    }

    /** The member's entry in the table at the end of the file. */
    ByteBuffer entry(int checksum) {
        ByteBuffer entry = little(ZipTable.CENTRAL_BYTES + name.length);
        entry.putInt(ZipTable.CENTRAL).putShort(VERSION);
        putCommon(entry, checksum);
        entry.putShort((short) 0).putShort((short) 0).putShort((short) 0).putInt(0);
        return entry.putInt((int) start).put(name).flip();
    }

    /** The fields from the version on to the length of the extra field, which both headers have. */
    private void putCommon(ByteBuffer header, int checksum) {
        int size = (int) (npy.length + spec.byteSize());
        header.putShort(VERSION).putShort(NAME_IS_UTF8).putShort((short) 0);
        header.putInt(FIRST_OF_JANUARY_1980).putInt(checksum).putInt(size).putInt(size);
        header.putShort((short) name.length).putShort((short) 0);
    }

    static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
