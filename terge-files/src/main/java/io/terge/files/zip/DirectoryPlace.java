package io.terge.files.zip;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.terge.tensor.StoredBytes;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Where the directory of an archive is.
 *
 * @param start its position in the file
 * @param size its size
 * @param entries the number of entries in it
 * @param shift the number of bytes in front of the archive, which positions in it do not count
 */
record DirectoryPlace(long start, long size, long entries, long shift) {

    /** Finds the directory by the records at the end of the file. */
    static DirectoryPlace find(StoredBytes file, ZipProblems problems) throws IOException {
        long size = Math.min(file.size(), ZipFormat.END_BYTES + ZipFormat.MAX_SHORT);
        ByteBuffer tail = ZipFormat.read(file, file.size() - size, size);
        int at = last(tail);
        if (at < 0) {
            throw startsAsArchive(file)
                    ? problems.truncated()
                    : problems.invalid("is not a zip archive");
        }
        if (commentEnd(tail, at) > tail.limit()) {
            throw problems.truncated();
        }
        if (commentEnd(tail, at) < tail.limit()) {
            throw problems.invalid("has data after the end of the zip archive");
        }
        checkOnly(tail, at, problems);
        ByteBuffer end = tail.slice(at, ZipFormat.END_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        return of(file, file.size() - size + at, EndRecord.of32(end), problems);
    }

    private static int last(ByteBuffer tail) {
        for (int at = tail.limit() - Integer.BYTES; at >= 0; at--) {
            if (tail.getInt(at) == ZipFormat.END) {
                return at;
            }
        }
        return -1;
    }

    private static boolean startsAsArchive(StoredBytes file) throws IOException {
        ByteBuffer start = ZipFormat.read(file, 0, Math.min(2, file.size()));
        return "PK".startsWith(new String(start.array(), ISO_8859_1));
    }

    private static int commentEnd(ByteBuffer tail, int at) {
        int start = at + ZipFormat.END_BYTES;
        return start > tail.limit() ? start : start + ZipFormat.unsignedShort(tail, start - 2);
    }

    /** Others would take the first of two records, and see another archive. */
    private static void checkOnly(ByteBuffer tail, int last, ZipProblems problems) {
        for (int at = last - 1; at >= 0; at--) {
            if (tail.getInt(at) == ZipFormat.END && commentEnd(tail, at) == tail.limit()) {
                throw problems.invalid("has two end records, one in the comment of the other");
            }
        }
    }

    private static DirectoryPlace of(
            StoredBytes file, long end, EndRecord record, ZipProblems problems) throws IOException {
        long locatorAt = end - ZipFormat.LOCATOR_64_BYTES;
        ByteBuffer locator =
                locatorAt < 0
                        ? ZipFormat.little(ZipFormat.LOCATOR_64_BYTES)
                        : ZipFormat.read(file, locatorAt, ZipFormat.LOCATOR_64_BYTES);
        if (locator.getInt(0) != ZipFormat.LOCATOR_64) {
            return checked(end, record, problems);
        }
        long start = locatorAt - ZipFormat.END_64_BYTES;
        if (start < 0) {
            throw problems.invalid("has no zip64 end record");
        }
        ByteBuffer end64 = ZipFormat.read(file, start, ZipFormat.END_64_BYTES);
        if (end64.getInt(0) != ZipFormat.END_64 || end64.getLong(4) != ZipFormat.END_64_REST) {
            throw problems.invalid("has no zip64 end record, or one of an unsupported version");
        }
        EndRecord record64 = EndRecord.of64(end64);
        if (!record.agrees(record64)) {
            throw problems.invalid("has two end records that contradict each other");
        }
        DirectoryPlace place = checked(start, record64, problems);
        if (locator.getInt(4) != 0 || locator.getLong(8) != start - place.shift) {
            throw problems.invalid("has a zip64 locator that points elsewhere");
        }
        return place;
    }

    private static DirectoryPlace checked(long end, EndRecord record, ZipProblems problems) {
        if (record.disks() != 0 || record.entriesHere() != record.entries()) {
            throw problems.invalid("is one part of a zip archive in several files");
        }
        if (record.size() < 0 || record.size() > end || record.start() < 0) {
            throw problems.invalid("has a directory that is not within the file");
        }
        long start = end - record.size();
        if (record.start() > start) {
            throw problems.invalid(
                    "has its directory at %d, but expected it at %d"
                            .formatted(start, record.start()));
        }
        if (record.entries() < 0 || record.entries() > ZipFormat.MAX_ENTRIES) {
            throw problems.invalid("has more than " + ZipFormat.MAX_ENTRIES + " entries");
        }
        if (record.size() > ZipFormat.MAX_DIRECTORY) {
            throw problems.invalid(
                    "has a directory of more than " + ZipFormat.MAX_DIRECTORY + " bytes");
        }
        return new DirectoryPlace(start, record.size(), record.entries(), start - record.start());
    }
}
