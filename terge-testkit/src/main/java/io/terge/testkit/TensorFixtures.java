package io.terge.testkit;

import io.terge.tensor.DType;
import io.terge.tensor.ElementCodec;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Shape;
import io.terge.tensor.TensorArray;

import java.lang.foreign.MemorySegment;
import java.util.Random;

/**
 * Generates reproducible test data: the same seed and calls give the same data. {@link #toString}
 * includes the seed, for failure messages. For one thread.
 *
 * @since 0.1
 */
public final class TensorFixtures {

    private final long seed;
    private final Random random;

    private TensorFixtures(long seed) {
        this.seed = seed;
        this.random = new Random(seed);
    }

    /** Returns fixtures with a seed. */
    public static TensorFixtures seeded(long seed) {
        return new TensorFixtures(seed);
    }

    /**
     * Returns values like those of weights: around zero, few of them large, all finite and none
     * zero.
     */
    public double[] values(long count) {
        double[] values = new double[Math.toIntExact(count)];
        for (int i = 0; i < values.length; i++) {
            double value = random.nextGaussian() * 0.5;
            values[i] = value == 0 ? 0.5 : value;
        }
        return values;
    }

    /** Returns positive weights with a sum of 1. */
    public double[] shares(int count) {
        double[] shares = new double[count];
        double sum = 0;
        for (int i = 0; i < count; i++) {
            shares[i] = 0.1 + random.nextDouble();
            sum += shares[i];
        }
        for (int i = 0; i < count; i++) {
            shares[i] /= sum;
        }
        return shares;
    }

    /**
     * Returns a parameter with {@link #values} if the type is floating, 0 and 1 if it is boolean,
     * else arbitrary bytes.
     *
     * @param dtype a type of known size
     */
    public TensorArray array(DType dtype, long... shape) {
        Shape dimensions = Shape.of(shape);
        long size = ParameterSpec.of("fixture", dtype, dimensions).byteSize();
        byte[] bytes = new byte[Math.toIntExact(size)];
        MemorySegment memory = MemorySegment.ofArray(bytes);
        switch (dtype.kind()) {
            case FLOATING -> {
                double[] values = values(dimensions.elements());
                ElementCodec.of(dtype).encode(values, 0, values.length, memory, 0);
            }
            case BOOLEAN -> {
                for (int i = 0; i < bytes.length; i++) {
                    bytes[i] = (byte) random.nextInt(2);
                }
            }
            case INTEGER, OPAQUE -> random.nextBytes(bytes);
        }
        return new TensorArray(dtype, dimensions, memory);
    }

    /** Returns a text such as {@code "seed 7"}. */
    @Override
    public String toString() {
        return "seed " + seed;
    }
}
