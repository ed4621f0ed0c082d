package io.terge.examples.fuzz.mutation;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Changes of bytes, whatever they mean. */
public final class Bytes {

    // A repetition that would make a file longer than this is cut.
    private static final int LONGEST = 1 << 18;
    private static final List<Mutation> CHANGES =
            List.of(
                    Bytes::flip,
                    Bytes::set,
                    Bytes::truncate,
                    Bytes::insert,
                    Bytes::remove,
                    Bytes::repeat,
                    Bytes::copy,
                    Bytes::fill,
                    LittleEndianFields::anywhere);

    private Bytes() {}

    /** Changes the bytes in one place. */
    public static byte[] change(byte[] bytes, RandomGenerator random) {
        return bytes.length == 0
                ? new byte[] {(byte) random.nextInt()}
                : Pick.of(CHANGES, random).apply(bytes, random);
    }

    private static byte[] flip(byte[] bytes, RandomGenerator random) {
        byte[] changed = bytes.clone();
        changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
        return changed;
    }

    private static byte[] set(byte[] bytes, RandomGenerator random) {
        byte[] changed = bytes.clone();
        changed[random.nextInt(changed.length)] = (byte) random.nextInt();
        return changed;
    }

    private static byte[] truncate(byte[] bytes, RandomGenerator random) {
        int size = random.nextInt(bytes.length);
        return Arrays.copyOf(
                bytes, random.nextBoolean() ? size : bytes.length - 1 - size % 16 % bytes.length);
    }

    private static byte[] insert(byte[] bytes, RandomGenerator random) {
        byte[] more = new byte[1 + Pick.small(64, random)];
        random.nextBytes(more);
        return splice(bytes, random.nextInt(bytes.length + 1), 0, more);
    }

    private static byte[] remove(byte[] bytes, RandomGenerator random) {
        int at = random.nextInt(bytes.length);
        return splice(bytes, at, 1 + Pick.small(bytes.length - at - 1, random), new byte[0]);
    }

    private static byte[] repeat(byte[] bytes, RandomGenerator random) {
        int at = random.nextInt(bytes.length);
        byte[] range =
                Arrays.copyOfRange(bytes, at, at + 1 + Pick.small(bytes.length - at - 1, random));
        return splice(bytes, at, 0, repeated(range, Pick.repetitions(random)));
    }

    private static byte[] copy(byte[] bytes, RandomGenerator random) {
        byte[] changed = bytes.clone();
        int from = random.nextInt(bytes.length);
        int to = random.nextInt(bytes.length);
        int count = 1 + Pick.small(bytes.length - Math.max(from, to) - 1, random);
        System.arraycopy(bytes, from, changed, to, count);
        return changed;
    }

    private static byte[] fill(byte[] bytes, RandomGenerator random) {
        byte[] changed = bytes.clone();
        int at = random.nextInt(bytes.length);
        int end = Math.min(bytes.length, at + 1 + random.nextInt(16));
        Arrays.fill(changed, at, end, (byte) (random.nextBoolean() ? 0 : -1));
        return changed;
    }

    static byte[] splice(byte[] bytes, int at, int removed, byte[] inserted) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(bytes, 0, at);
        all.writeBytes(inserted);
        all.write(bytes, at + removed, bytes.length - at - removed);
        return all.toByteArray();
    }

    static byte[] repeated(byte[] range, int times) {
        int count = Math.max(1, Math.min(times, LONGEST / Math.max(1, range.length)));
        byte[] all = new byte[range.length * count];
        for (int i = 0; i < all.length; i++) {
            all[i] = range[i % range.length];
        }
        return all;
    }
}
