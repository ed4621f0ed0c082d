package io.terge.benchmarks.checkpoint;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.SplittableRandom;

/**
 * Normal numbers, from which the parameters of a model are cut at places of their own: to make all
 * of them one by one would take minutes.
 */
final class RandomBlock {

    /** The most bytes that can be cut at once. */
    static final int LONGEST = 4 << 20;

    private static final int ELEMENTS = 6 << 20;
    private static final double DEVIATION = 0.02;

    private final WeightType type;
    private final long seed;
    private final ByteBuffer bytes;

    RandomBlock(WeightType type, long seed) {
        this.type = type;
        this.seed = seed;
        this.bytes = ByteBuffer.allocateDirect(ELEMENTS * type.size());
        bytes.order(ByteOrder.LITTLE_ENDIAN);
        SplittableRandom random = new SplittableRandom(seed);
        while (bytes.hasRemaining()) {
            type.put(bytes, type.bitsNear((float) (random.nextGaussian() * DEVIATION)));
        }
    }

    /** Returns numbers of a place in the model. */
    ByteBuffer cut(long place, int length) {
        int places = (bytes.capacity() - LONGEST) / type.size();
        int start = new SplittableRandom(seed * 31 + place).nextInt(places) * type.size();
        return bytes.slice(start, length);
    }
}
