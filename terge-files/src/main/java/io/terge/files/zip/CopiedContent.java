package io.terge.files.zip;

import io.terge.files.output.OutputFile;
import io.terge.tensor.StoredBytes;

import java.io.IOException;

/** An entry of another archive. */
record CopiedContent(StoredBytes raw, ZipEntry entry) implements EntrySource {

    @Override
    public int method() {
        return entry.method();
    }

    @Override
    public long size() {
        return entry.size();
    }

    @Override
    public long compressedSize() {
        return entry.compressedSize();
    }

    @Override
    public int complete(OutputFile file, long start) throws IOException {
        Pieces.forEach(raw, (offset, piece) -> file.write(start + offset, piece));
        return entry.crc();
    }
}
