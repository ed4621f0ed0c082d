package io.terge.files.zip;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * The extra fields of an entry.
 *
 * @param bytes all of them
 * @param entry the name of the entry
 */
record ExtraFields(ByteBuffer bytes, String entry) {

    private static final int HEAD = 4;

    /** Returns the content of the only field with this number, if there is one. */
    Optional<ByteBuffer> find(int id, ZipProblems problems) {
        Optional<ByteBuffer> found = Optional.empty();
        int at = 0;
        while (bytes.limit() - at >= HEAD) {
            int size = ZipFormat.unsignedShort(bytes, at + 2);
            if (bytes.limit() - at - HEAD < size) {
                throw problems.invalid(entry, "has a malformed extra field");
            }
            if (ZipFormat.unsignedShort(bytes, at) == id) {
                if (found.isPresent()) {
                    throw problems.invalid(entry, "has an extra field twice");
                }
                found = Optional.of(bytes.slice(at + HEAD, size).order(ByteOrder.LITTLE_ENDIAN));
            }
            at += HEAD + size;
        }
        return found;
    }

    /**
     * Replaces those of some 32-bit numbers that refer to the zip64 field. If there is no such
     * field, a number is what it is.
     */
    long[] resolve(ZipProblems problems, long... numbers) {
        Optional<ByteBuffer> field = find(ZipFormat.EXTRA_64, problems);
        long[] resolved = numbers.clone();
        for (int i = 0; i < numbers.length && field.isPresent(); i++) {
            if (numbers[i] == ZipFormat.MAX_INT) {
                if (field.get().remaining() < Long.BYTES) {
                    throw problems.invalid(entry, "has a zip64 field that is too short");
                }
                resolved[i] = field.get().getLong();
            }
        }
        return resolved;
    }
}
