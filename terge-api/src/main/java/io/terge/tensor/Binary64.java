package io.terge.tensor;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/** {@link DType#F64}. */
enum Binary64 implements ElementCodec {
    CODEC;

    private static final ValueLayout.OfDouble LAYOUT =
            JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfLong BITS =
            JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    @Override
    public int bytesPerElement() {
        return Double.BYTES;
    }

    @Override
    public void decode(MemorySegment bytes, long offset, double[] into, int from, int count) {
        MemorySegment.copy(bytes, LAYOUT, offset, into, from, count);
    }

    @Override
    public void encode(double[] values, int from, int count, MemorySegment bytes, long offset) {
        for (int i = 0; i < count; i++) {
            // These bits are of the one NaN where the value is one.
            long stored = Double.doubleToLongBits(values[from + i]);
            bytes.set(BITS, offset + (long) i * Double.BYTES, stored);
        }
    }
}
