package io.terge.examples.fuzz.mutation;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.random.RandomGenerator;

/** Changes of binary numbers to values at the limits of what readers calculate with. */
final class LittleEndianFields {

    private static final List<Integer> SIZES = List.of(Short.BYTES, Integer.BYTES, Long.BYTES);
    private static final List<Long> LIMITS =
            List.of(
                    0L,
                    1L,
                    -1L,
                    255L,
                    65_535L,
                    65_536L,
                    (long) Integer.MAX_VALUE,
                    (long) Integer.MIN_VALUE,
                    4_294_967_295L,
                    4_294_967_296L,
                    Long.MAX_VALUE,
                    Long.MAX_VALUE - 7,
                    Long.MIN_VALUE,
                    1L << 62,
                    100_000_000L,
                    100_000_001L);

    private LittleEndianFields() {}

    static byte[] anywhere(byte[] bytes, RandomGenerator random) {
        int size = Math.min(Pick.of(SIZES, random), Integer.highestOneBit(bytes.length));
        return change(bytes, random.nextInt(bytes.length - size + 1), size, random);
    }

    /** Changes a field, to a limit, to the file's size, or by a little. */
    static byte[] change(byte[] bytes, int at, int size, RandomGenerator random) {
        byte[] changed = bytes.clone();
        ByteBuffer field =
                ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).put(bytes, at, size);
        long value =
                switch (random.nextInt(4)) {
                    case 0 -> field.getLong(0) + random.nextInt(-9, 10);
                    case 1 -> bytes.length + random.nextInt(-9, 10);
                    default -> Pick.of(LIMITS, random);
                };
        System.arraycopy(field.putLong(0, value).array(), 0, changed, at, size);
        return changed;
    }
}
