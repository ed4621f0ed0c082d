package io.terge.files.zip;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Builds archives field by field, so that any of them can be wrong. */
final class RawZip {

    byte[] comment = {};
    boolean zip64;

    private final List<RawEntry> entries;

    RawZip(RawEntry... entries) {
        this.entries = new ArrayList<>(Arrays.asList(entries));
    }

    byte[] bytes() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ByteArrayOutputStream directory = new ByteArrayOutputStream();
        for (RawEntry entry : entries) {
            directory.writeBytes(central(entry, file.size()));
            file.writeBytes(local(entry));
            file.writeBytes(entry.content);
            file.writeBytes(entry.descriptor);
        }
        int start = file.size();
        file.writeBytes(directory.toByteArray());
        if (zip64) {
            file.writeBytes(end64(directory.size(), start));
        }
        ByteBuffer end = ZipFormat.little(22 + comment.length).putInt(ZipFormat.END).putInt(0);
        end.putShort((short) entries.size()).putShort((short) entries.size());
        end.putInt(directory.size()).putInt(start).putShort((short) comment.length).put(comment);
        file.writeBytes(end.array());
        return file.toByteArray();
    }

    private static byte[] local(RawEntry entry) {
        ByteBuffer header = ZipFormat.little(30 + entry.localName.length + entry.localExtra.length);
        header.putInt(ZipFormat.LOCAL).putShort((short) 20).putShort((short) entry.localFlags);
        header.putShort((short) entry.localMethod).putInt(0).putInt(entry.localCrc);
        header.putInt(entry.localCompressed).putInt(entry.localSize);
        header.putShort((short) entry.localName.length);
        header.putShort((short) entry.localExtra.length);
        return header.put(entry.localName).put(entry.localExtra).array();
    }

    private static byte[] central(RawEntry entry, int position) {
        ByteBuffer header =
                ZipFormat.little(46 + entry.centralName.length + entry.centralExtra.length);
        header.putInt(ZipFormat.CENTRAL).putShort((short) 20).putShort((short) 20);
        header.putShort((short) entry.centralFlags).putShort((short) entry.method).putInt(0);
        header.putInt(entry.crc).putInt(entry.compressed).putInt(entry.size);
        header.putShort((short) entry.centralName.length);
        header.putShort((short) entry.centralExtra.length).putShort((short) 0);
        header.putShort((short) entry.disk).putShort((short) 0).putInt(0);
        header.putInt(position + entry.moved);
        return header.put(entry.centralName).put(entry.centralExtra).array();
    }

    private byte[] end64(long size, long start) {
        ByteBuffer end = ZipFormat.little(56 + 20).putInt(ZipFormat.END_64).putLong(44);
        end.putInt(0).putInt(0).putInt(0).putLong(entries.size()).putLong(entries.size());
        end.putLong(size).putLong(start).putInt(ZipFormat.LOCATOR_64).putInt(0);
        return end.putLong(start + size).putInt(1).array();
    }

    /** An extra field. */
    static byte[] field(int id, long... numbers) {
        ByteBuffer field = ZipFormat.little(4 + 8 * numbers.length);
        field.putShort((short) id).putShort((short) (8 * numbers.length));
        Arrays.stream(numbers).forEach(field::putLong);
        return field.array();
    }
}
