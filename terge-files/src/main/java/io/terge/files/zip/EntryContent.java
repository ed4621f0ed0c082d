package io.terge.files.zip;

import io.terge.error.TergeException;
import io.terge.tensor.StoredBytes;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** The content of a small entry. */
record EntryContent(StoredBytes raw, ZipEntry entry, ZipProblems problems) {

    private static final int BUFFER = 1 << 16;

    byte[] read(int limit) throws IOException {
        if (entry.size() > limit) {
            throw problems.invalid(
                    entry.name(),
                    "has %d bytes, but the limit is %d".formatted(entry.size(), limit));
        }
        byte[] content = new byte[(int) entry.size()];
        if (entry.isStored()) {
            raw.read(0, MemorySegment.ofArray(content));
        } else if (entry.method() == ZipFormat.DEFLATED && !entry.encrypted()) {
            inflate(content);
        } else {
            throw problems.compressed(entry.name());
        }
        CRC32 crc = new CRC32();
        crc.update(content);
        if ((int) crc.getValue() != entry.crc()) {
            throw problems.mismatch(entry.name(), entry.crc(), (int) crc.getValue());
        }
        return content;
    }

    private void inflate(byte[] content) throws IOException {
        Inflater inflater = new Inflater(true);
        try {
            long next = 0;
            int done = 0;
            // One byte more than there should be: a stream that goes on is noticed by it.
            byte[] more = new byte[1];
            while (!inflater.finished()) {
                if (inflater.needsInput()) {
                    byte[] input = new byte[(int) Math.min(BUFFER, raw.size() - next)];
                    if (input.length == 0) {
                        throw malformed();
                    }
                    raw.read(next, MemorySegment.ofArray(input));
                    inflater.setInput(input);
                    next += input.length;
                }
                int count =
                        done < content.length
                                ? inflater.inflate(content, done, content.length - done)
                                : inflater.inflate(more);
                if (inflater.needsDictionary() || count > content.length - done) {
                    throw malformed();
                }
                done += count;
            }
            if (done < content.length || inflater.getBytesRead() != raw.size()) {
                throw malformed();
            }
        } catch (DataFormatException malformed) {
            throw malformed();
        } finally {
            inflater.end();
        }
    }

    private TergeException malformed() {
        return problems.invalid(
                entry.name(), "cannot be decompressed to the " + entry.size() + " bytes expected");
    }
}
