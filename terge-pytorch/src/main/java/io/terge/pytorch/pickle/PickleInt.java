package io.terge.pytorch.pickle;

/**
 * An integer that fits 64 bits, however it was written. Others are {@link PickleBigInt}.
 *
 * @since 0.1
 */
public record PickleInt(long value) implements PickleValue {}
