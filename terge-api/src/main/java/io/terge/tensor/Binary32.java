package io.terge.tensor;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/** {@link DType#F32}. The conversion from {@code double} of the language is a single rounding. */
enum Binary32 implements ElementCodec {
    CODEC;

    private static final ValueLayout.OfFloat LAYOUT =
            JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfInt BITS =
            JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    @Override
    public int bytesPerElement() {
        return Float.BYTES;
    }

    @Override
    public void decode(MemorySegment bytes, long offset, double[] into, int from, int count) {
        for (int i = 0; i < count; i++) {
            into[from + i] = bytes.get(LAYOUT, offset + (long) i * Float.BYTES);
        }
    }

    @Override
    public void encode(double[] values, int from, int count, MemorySegment bytes, long offset) {
        for (int i = 0; i < count; i++) {
            // These bits are of the one NaN where the value is one.
            int bits = Float.floatToIntBits((float) values[from + i]);
            bytes.set(BITS, offset + (long) i * Float.BYTES, bits);
        }
    }
}
