package io.terge.tensor;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT_UNALIGNED;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/** {@link DType#F32}. The conversion from {@code double} of the language is a single rounding. */
enum Binary32 implements ElementCodec {
    CODEC;

    private static final ValueLayout.OfFloat LAYOUT =
            JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

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
            bytes.set(LAYOUT, offset + (long) i * Float.BYTES, (float) values[from + i]);
        }
    }
}
