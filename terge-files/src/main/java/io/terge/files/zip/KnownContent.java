package io.terge.files.zip;

import io.terge.files.output.OutputFile;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.zip.CRC32;

/** Content that is known in planning. */
record KnownContent(byte[] content) implements EntrySource {

    @Override
    public int method() {
        return ZipFormat.STORED;
    }

    @Override
    public long size() {
        return content.length;
    }

    @Override
    public long compressedSize() {
        return content.length;
    }

    @Override
    public int complete(OutputFile file, long start) throws IOException {
        file.write(start, MemorySegment.ofArray(content));
        CRC32 crc = new CRC32();
        crc.update(content);
        return (int) crc.getValue();
    }
}
