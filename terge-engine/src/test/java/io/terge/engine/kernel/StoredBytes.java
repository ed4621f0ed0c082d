package io.terge.engine.kernel;

import io.terge.tensor.DType;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Memory with and without a frame around the elements. */
final class StoredBytes {

    static final List<DType> TYPES = DType.known().stream().filter(DType::isFloating).toList();

    private static final byte FRAME = 0x55;

    private StoredBytes() {}

    static int size(DType type, int count) {
        return count * type.bits() / Byte.SIZE;
    }

    /** Native memory that ends where the elements end: reading on is an error. */
    static MemorySegment at(Arena arena, int offset, byte[] elements) {
        MemorySegment memory = arena.allocate((long) offset + elements.length, 64);
        MemorySegment.copy(elements, 0, memory, ValueLayout.JAVA_BYTE, offset, elements.length);
        return memory;
    }

    /** What a kernel stores; fails if anything else was touched. */
    static byte[] encode(Kernel kernel, DType type, double[] values, int count, int offset) {
        int size = size(type, count);
        byte[] bytes = new byte[offset + size + 70];
        Arrays.fill(bytes, FRAME);
        kernel.encode(type, values, count, MemorySegment.ofArray(bytes), offset);
        for (int i = 0; i < bytes.length; i++) {
            if ((i < offset || i >= offset + size) && bytes[i] != FRAME) {
                throw new AssertionError("Byte " + i + " was touched");
            }
        }
        return Arrays.copyOfRange(bytes, offset, offset + size);
    }

    /** Any bits, so there are NaNs and infinities among them. */
    static byte[] random(Random random, DType type, int count) {
        byte[] bytes = new byte[size(type, count)];
        random.nextBytes(bytes);
        return bytes;
    }
}
