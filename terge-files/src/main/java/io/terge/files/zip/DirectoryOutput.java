package io.terge.files.zip;

import io.terge.files.output.OutputFile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;

/** Writes the directory of an archive and the records behind it. */
final class DirectoryOutput {

    private static final short VERSION_64 = 45;

    private final OutputFile file;
    private final long start;
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private long position;
    private long entries;

    DirectoryOutput(OutputFile file, long start) {
        this.file = file;
        this.start = start;
        this.position = start;
    }

    void add(ByteBuffer header) throws IOException {
        pending.writeBytes(header.array());
        entries++;
        if (pending.size() >= ZipFormat.PIECE) {
            flush();
        }
    }

    void finish() throws IOException {
        flush();
        long end = position;
        long size = end - start;
        boolean needs64 =
                entries >= ZipFormat.MAX_SHORT
                        || size >= ZipFormat.MAX_INT
                        || start >= ZipFormat.MAX_INT;
        if (needs64) {
            pending.writeBytes(end64(size).array());
            pending.writeBytes(locator(end).array());
        }
        pending.writeBytes(end(size).array());
        flush();
    }

    private ByteBuffer end64(long size) {
        ByteBuffer record = ZipFormat.little(ZipFormat.END_64_BYTES).putInt(ZipFormat.END_64);
        record.putLong(ZipFormat.END_64_REST).putShort(VERSION_64).putShort(VERSION_64);
        record.putInt(0).putInt(0).putLong(entries).putLong(entries);
        return record.putLong(size).putLong(start);
    }

    private static ByteBuffer locator(long end64) {
        ByteBuffer record = ZipFormat.little(ZipFormat.LOCATOR_64_BYTES);
        return record.putInt(ZipFormat.LOCATOR_64).putInt(0).putLong(end64).putInt(1);
    }

    private ByteBuffer end(long size) {
        short count = (short) Math.min(entries, ZipFormat.MAX_SHORT);
        ByteBuffer record = ZipFormat.little(ZipFormat.END_BYTES).putInt(ZipFormat.END).putInt(0);
        record.putShort(count).putShort(count);
        record.putInt((int) Math.min(size, ZipFormat.MAX_INT));
        return record.putInt((int) Math.min(start, ZipFormat.MAX_INT)).putShort((short) 0);
    }

    private void flush() throws IOException {
        file.write(position, MemorySegment.ofArray(pending.toByteArray()));
        position += pending.size();
        pending.reset();
    }
}
