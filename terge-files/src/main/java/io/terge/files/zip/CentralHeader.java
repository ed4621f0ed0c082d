package io.terge.files.zip;

import static io.terge.files.zip.ZipFormat.unsignedInt;
import static io.terge.files.zip.ZipFormat.unsignedShort;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * An entry as the directory describes it.
 *
 * @param local the position of its local header in the file
 */
record CentralHeader(
        String name, int flags, int method, int crc, long size, long compressedSize, long local) {

    /** Returns the size of a header whose fixed part is given. */
    static int size(ByteBuffer fixed) {
        return ZipFormat.CENTRAL_BYTES
                + unsignedShort(fixed, 28)
                + unsignedShort(fixed, 30)
                + unsignedShort(fixed, 32);
    }

    static CentralHeader read(ByteBuffer header, DirectoryPlace directory, ZipProblems problems) {
        int nameBytes = unsignedShort(header, 28);
        ByteBuffer nameInUtf8 = header.slice(ZipFormat.CENTRAL_BYTES, nameBytes);
        String name = EntryName.read(nameInUtf8, problems);
        ByteBuffer extra =
                header.slice(ZipFormat.CENTRAL_BYTES + nameBytes, unsignedShort(header, 30));
        ExtraFields fields = new ExtraFields(extra.order(ByteOrder.LITTLE_ENDIAN), name);
        long[] numbers =
                fields.resolve(
                        problems,
                        unsignedInt(header, 24),
                        unsignedInt(header, 20),
                        unsignedInt(header, 42));
        fields.find(ZipFormat.EXTRA_NAME, problems)
                .ifPresent(other -> checkSame(nameInUtf8.rewind(), other, name, problems));
        CentralHeader read =
                new CentralHeader(
                        name,
                        unsignedShort(header, 8),
                        unsignedShort(header, 10),
                        header.getInt(16),
                        numbers[0],
                        numbers[1],
                        numbers[2] + directory.shift());
        if (unsignedShort(header, 34) != 0) {
            throw problems.invalid(name, "is in another file");
        }
        read.check(directory, problems);
        return read;
    }

    /** A field for names in Unicode: some readers prefer it, others do not know it. */
    private static void checkSame(
            ByteBuffer nameInUtf8, ByteBuffer field, String name, ZipProblems problems) {
        int head = 1 + Integer.BYTES;
        if (field.limit() < head || !field.slice(head, field.limit() - head).equals(nameInUtf8)) {
            throw problems.invalid(name, "has two names");
        }
    }

    private void check(DirectoryPlace directory, ZipProblems problems) {
        boolean isWithin =
                local >= directory.shift()
                        && local <= directory.start() - ZipFormat.LOCAL_BYTES
                        && compressedSize >= 0
                        && compressedSize <= directory.start() - ZipFormat.LOCAL_BYTES - local;
        if (!isWithin || size < 0) {
            throw problems.invalid(name, "is not within the archive");
        }
        if (isStored() && compressedSize != size) {
            throw problems.invalid(
                    name,
                    "is not compressed, but has %d bytes in place of %d"
                            .formatted(compressedSize, size));
        }
    }

    boolean isEncrypted() {
        int any = ZipFormat.ENCRYPTED | ZipFormat.STRONGLY_ENCRYPTED | ZipFormat.HEADERS_ENCRYPTED;
        return (flags & any) != 0;
    }

    private boolean isStored() {
        return method == ZipFormat.STORED && !isEncrypted();
    }

    /** Returns the entry whose content starts here. */
    ZipEntry entry(long start) {
        return new ZipEntry(name, method, isEncrypted(), crc, size, compressedSize, start);
    }
}
