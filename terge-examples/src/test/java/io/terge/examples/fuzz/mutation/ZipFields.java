package io.terge.examples.fuzz.mutation;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Changes of the numbers in the headers of a zip archive. */
final class ZipFields {

    /** A number: where it is from its record's start, and its size. */
    private record Field(int at, int size) {}

    private enum Record {
        LOCAL(0x04034b50, "4:2 6:2 8:2 10:4 14:4 18:4 22:4 26:2 28:2"),
        CENTRAL(0x02014b50, "6:2 8:2 10:2 16:4 20:4 24:4 28:2 30:2 32:2 34:2 36:2 38:4 42:4 42:4"),
        END(0x06054b50, "4:2 6:2 8:2 10:2 12:4 16:4 20:2"),
        END_64(0x06064b50, "4:8 12:4 16:4 20:4 24:8 32:8 40:8 48:8"),
        LOCATOR(0x07064b50, "4:4 8:8 16:4"),
        DESCRIPTOR(0x08074b50, "4:4 8:4 12:4");

        private final int signature;
        private final List<Field> fields;

        Record(int signature, String fields) {
            this.signature = signature;
            this.fields = Stream.of(fields.split(" ")).map(Record::field).toList();
        }

        private static Field field(String text) {
            int colon = text.indexOf(':');
            return new Field(
                    Integer.parseInt(text.substring(0, colon)),
                    Integer.parseInt(text.substring(colon + 1)));
        }
    }

    private ZipFields() {}

    static byte[] change(byte[] bytes, RandomGenerator random) {
        Record record = Record.values()[random.nextInt(Record.values().length)];
        List<Integer> places = places(bytes, record.signature);
        Field field = Pick.of(record.fields, random);
        int at = places.isEmpty() ? -1 : Pick.of(places, random) + field.at;
        return at < 0 || at + field.size > bytes.length
                ? Bytes.change(bytes, random)
                : LittleEndianFields.change(bytes, at, field.size, random);
    }

    private static List<Integer> places(byte[] bytes, int signature) {
        ByteBuffer all = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        List<Integer> places = new ArrayList<>();
        for (int at = 0; at + Integer.BYTES <= bytes.length; at++) {
            if (all.getInt(at) == signature) {
                places.add(at);
            }
        }
        return places;
    }
}
