package io.terge.files.zip;

import static io.terge.files.zip.ZipFormat.unsignedInt;
import static io.terge.files.zip.ZipFormat.unsignedShort;

import java.nio.ByteBuffer;

/**
 * What a record at the end of an archive says, be it the old one or that of zip64.
 *
 * @param disks numbers of disks, all of them 0 if the archive is in one file
 * @param entriesHere the number of entries on this disk
 * @param entries the number of entries
 * @param size the size of the directory
 * @param start the position of the directory, from the first byte of the archive
 */
record EndRecord(long disks, long entriesHere, long entries, long size, long start) {

    static EndRecord of32(ByteBuffer end) {
        return new EndRecord(
                unsignedShort(end, 4) | unsignedShort(end, 6),
                unsignedShort(end, 8),
                unsignedShort(end, 10),
                unsignedInt(end, 12),
                unsignedInt(end, 16));
    }

    static EndRecord of64(ByteBuffer end) {
        return new EndRecord(
                unsignedInt(end, 16) | unsignedInt(end, 20),
                end.getLong(24),
                end.getLong(32),
                end.getLong(40),
                end.getLong(48));
    }

    /** Whether every number is the one of the zip64 record, or refers to it. */
    boolean agrees(EndRecord zip64) {
        return agrees(disks, zip64.disks, ZipFormat.MAX_SHORT)
                && agrees(entriesHere, zip64.entriesHere, ZipFormat.MAX_SHORT)
                && agrees(entries, zip64.entries, ZipFormat.MAX_SHORT)
                && agrees(size, zip64.size, ZipFormat.MAX_INT)
                && agrees(start, zip64.start, ZipFormat.MAX_INT);
    }

    private static boolean agrees(long number, long zip64, long reference) {
        return number == zip64 || number == reference;
    }
}
