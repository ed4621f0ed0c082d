package io.terge.files.zip;

import io.terge.files.output.OutputFile;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.zip.CRC32;

/** Known bytes and, behind them, a parameter that others write. */
record ParameterContent(byte[] prefix, String parameter, long parameterSize)
        implements EntrySource {

    @Override
    public int method() {
        return ZipFormat.STORED;
    }

    @Override
    public long size() {
        return prefix.length + parameterSize;
    }

    @Override
    public long compressedSize() {
        return size();
    }

    @Override
    public int complete(OutputFile file, long start) throws IOException {
        file.write(start, MemorySegment.ofArray(prefix));
        CRC32 crc = new CRC32();
        crc.update(prefix);
        Pieces.forEach(
                file.bytes(start + prefix.length, parameterSize),
                (offset, piece) -> crc.update(piece.asByteBuffer()));
        return (int) crc.getValue();
    }
}
