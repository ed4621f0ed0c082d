package io.terge.benchmarks.checkpoint;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.Locale;

/**
 * A type of stored weights, in plain code that owes nothing to the code that is measured: an
 * element at a time, and rounding by comparing distances.
 */
public enum WeightType {
    /** The upper half of a binary32. */
    BF16(2, "bfloat16"),
    /** IEEE 754 binary16. */
    F16(2, "float16"),
    /** IEEE 754 binary32. */
    F32(4, "float32");

    private final int size;
    private final String torchName;

    WeightType(int size, String torchName) {
        this.size = size;
        this.torchName = torchName;
    }

    /** Returns the type with this name, in any case. */
    public static WeightType named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** The size of an element in bytes. */
    public int size() {
        return size;
    }

    /** PyTorch's name of the type. */
    public String torchName() {
        return torchName;
    }

    /** The bits of a number near this one: of the two that are nearest, either. */
    public int bitsNear(float value) {
        return switch (this) {
            case BF16 -> Float.floatToRawIntBits(value) >>> 16;
            case F16 -> Float.floatToFloat16(value) & 0xFFFF;
            case F32 -> Float.floatToRawIntBits(value);
        };
    }

    /** The number that these bits are. */
    public double value(int bits) {
        return switch (this) {
            case BF16 -> Float.intBitsToFloat(bits << 16);
            case F16 -> Float.float16ToFloat((short) bits);
            case F32 -> Float.intBitsToFloat(bits);
        };
    }

    /** The bits of the nearest number, of two equally near ones the even; for finite numbers. */
    public int nearestBits(double value) {
        int near = bitsNear((float) value);
        int nearest = near;
        for (int bits : new int[] {near - 1, near + 1}) {
            if (Double.isFinite(value(bits)) && isBetter(bits, nearest, value)) {
                nearest = bits;
            }
        }
        return nearest;
    }

    private boolean isBetter(int bits, int than, double value) {
        int order = distance(bits, value).compareTo(distance(than, value));
        return order < 0 || (order == 0 && (bits & 1) == 0);
    }

    private BigDecimal distance(int bits, double value) {
        // Exact, as no difference of two doubles need be.
        return new BigDecimal(value(bits)).subtract(new BigDecimal(value)).abs();
    }

    /** Puts the bits of an element at the buffer's place. */
    public void put(ByteBuffer into, int bits) {
        if (size == 2) {
            into.putShort((short) bits);
        } else {
            into.putInt(bits);
        }
    }

    /** Takes the bits of an element from the buffer's place. */
    public int get(ByteBuffer from) {
        return size == 2 ? from.getShort() & 0xFFFF : from.getInt();
    }
}
