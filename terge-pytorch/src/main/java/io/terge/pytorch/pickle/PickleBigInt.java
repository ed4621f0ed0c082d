package io.terge.pytorch.pickle;

import java.math.BigInteger;

/**
 * An integer that does not fit 64 bits.
 *
 * @since 0.1
 */
public record PickleBigInt(BigInteger value) implements PickleValue {

    /** Returns the integer as the type for its size. */
    static PickleValue of(BigInteger value) {
        return value.bitLength() < Long.SIZE
                ? new PickleInt(value.longValueExact())
                : new PickleBigInt(value);
    }
}
