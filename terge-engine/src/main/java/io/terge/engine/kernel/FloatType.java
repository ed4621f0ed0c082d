package io.terge.engine.kernel;

import io.terge.tensor.DType;

/** The types whose every value is a {@code float}, too: all floating ones but {@link DType#F64}. */
enum FloatType {
    BF16(2, -126, 7),
    F16(2, -14, 10),
    F32(4, -126, 23),
    F8_E5M2(1, -14, 2),
    F8_E4M3(1, -6, 3);

    private final int bytes;
    private final int smallestExponent;
    private final int fraction;

    FloatType(int bytes, int smallestExponent, int fraction) {
        this.bytes = bytes;
        this.smallestExponent = smallestExponent;
        this.fraction = fraction;
    }

    static FloatType of(DType type) {
        if (type.equals(DType.BF16)) {
            return BF16;
        } else if (type.equals(DType.F16)) {
            return F16;
        } else if (type.equals(DType.F32)) {
            return F32;
        } else if (type.equals(DType.F8_E5M2)) {
            return F8_E5M2;
        } else if (type.equals(DType.F8_E4M3)) {
            return F8_E4M3;
        }
        throw new IllegalArgumentException("Expected a floating-point type, got " + type);
    }

    /** The size of an element. */
    int bytes() {
        return bytes;
    }

    /** The exponent of the smallest normal number. */
    int smallestExponent() {
        return smallestExponent;
    }

    /** Bits of fraction. */
    int fraction() {
        return fraction;
    }
}
