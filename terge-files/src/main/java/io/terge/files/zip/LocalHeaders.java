package io.terge.files.zip;

import static io.terge.files.zip.ZipFormat.unsignedInt;
import static io.terge.files.zip.ZipFormat.unsignedShort;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.terge.tensor.StoredBytes;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Compares the headers in front of the entries with the directory. */
final class LocalHeaders {

    private final StoredBytes file;
    private final long limit;
    private final ZipProblems problems;

    /**
     * @param limit where the directory starts: entries end before it
     */
    LocalHeaders(StoredBytes file, long limit, ZipProblems problems) {
        this.file = file;
        this.limit = limit;
        this.problems = problems;
    }

    /** Returns the entries, in the order of the directory. */
    List<ZipEntry> entries(List<CentralHeader> headers) throws IOException {
        List<CentralHeader> inFile = new ArrayList<>(headers);
        inFile.sort(Comparator.comparingLong(CentralHeader::local));
        Map<String, ZipEntry> entries = HashMap.newHashMap(headers.size());
        long end = 0;
        for (CentralHeader header : inFile) {
            // Before it is read: no byte of the file is read twice, whatever the directory says.
            if (header.local() < end) {
                throw problems.invalid(header.name(), "overlaps another entry");
            }
            ZipEntry entry = header.entry(check(header));
            end = entry.start() + entry.compressedSize();
            entries.put(entry.name(), entry);
        }
        return headers.stream().map(header -> entries.get(header.name())).toList();
    }

    /** Returns where the content starts. */
    private long check(CentralHeader header) throws IOException {
        byte[] name = header.name().getBytes(UTF_8);
        checkEnd(header, header.local() + ZipFormat.LOCAL_BYTES + name.length);
        ByteBuffer local =
                ZipFormat.read(file, header.local(), ZipFormat.LOCAL_BYTES + name.length);
        if (local.getInt(0) != ZipFormat.LOCAL) {
            throw problems.invalid(header.name(), "is not where the directory says");
        }
        boolean sameName =
                unsignedShort(local, 26) == name.length
                        && local.slice(ZipFormat.LOCAL_BYTES, name.length)
                                .equals(ByteBuffer.wrap(name));
        if (!sameName) {
            throw problems.invalid(header.name(), "has another name in front of its content");
        }
        long extra = header.local() + ZipFormat.LOCAL_BYTES + name.length;
        long start = extra + unsignedShort(local, 28);
        checkEnd(header, start + header.compressedSize());
        checkSame(header, local, extra);
        return start;
    }

    private void checkEnd(CentralHeader header, long end) {
        if (end > limit) {
            throw problems.invalid(header.name(), "is not within the archive");
        }
    }

    private void checkSame(CentralHeader header, ByteBuffer local, long extra) throws IOException {
        int flags = unsignedShort(local, 6);
        boolean same =
                unsignedShort(local, 8) == header.method()
                        && ((flags ^ header.flags()) & ZipFormat.ENCRYPTED) == 0;
        if (same && (flags & ZipFormat.SIZES_FOLLOW) == 0) {
            long[] sizes = {unsignedInt(local, 22), unsignedInt(local, 18)};
            if (Math.max(sizes[0], sizes[1]) == ZipFormat.MAX_INT) {
                ByteBuffer fields = ZipFormat.read(file, extra, unsignedShort(local, 28));
                sizes = new ExtraFields(fields, header.name()).resolve(problems, sizes);
            }
            same =
                    local.getInt(14) == header.crc()
                            && sizes[0] == header.size()
                            && sizes[1] == header.compressedSize();
        }
        if (!same) {
            throw problems.invalid(header.name(), "has a header that contradicts the directory");
        }
    }
}
