package io.terge.examples.fuzz.mutation;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Changes of a text in a file whose length is stored before it, and made right.
 *
 * @param at where the length is
 * @param size the size of the length in bytes
 */
record PrefixedText(int at, int size) implements Mutation {

    static final PrefixedText SAFETENSORS = new PrefixedText(0, Long.BYTES);
    static final PrefixedText NPY = new PrefixedText(8, Short.BYTES);

    @Override
    public byte[] apply(byte[] bytes, RandomGenerator random) {
        int start = at + size;
        long length = bytes.length < start ? -1 : length(bytes);
        if (length < 1 || length > bytes.length - start) {
            return Bytes.change(bytes, random);
        }
        byte[] text = Arrays.copyOfRange(bytes, start, start + (int) length);
        byte[] changed = JsonTokens.change(text, random);
        byte[] file = Bytes.splice(bytes, start, text.length, changed);
        System.arraycopy(number().putLong(0, changed.length).array(), 0, file, at, size);
        return file;
    }

    private long length(byte[] bytes) {
        return number().put(bytes, at, size).getLong(0);
    }

    private static ByteBuffer number() {
        return ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    }
}
