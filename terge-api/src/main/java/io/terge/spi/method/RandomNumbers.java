package io.terge.spi.method;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.stream.LongStream;

/**
 * Random numbers by index: each is a function of the seed, the output parameter, the model and the
 * element. They therefore do not depend on the order of work, and those of one model do not depend
 * on the other models. Immutable.
 *
 * <p>The key is the first eight bytes of the SHA-256 of seed, model and name; number {@code e} is
 * the {@code e}-th of the SplitMix64 sequence that starts there (Steele, Lea and Flood, Fast
 * splittable pseudorandom number generators, OOPSLA 2014, doi 10.1145/2660193.2660195).
 *
 * @since 0.1
 */
public final class RandomNumbers {

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    /** The steps to the next states: their sums are computed for many at once. */
    private static final long[] STEPS =
            LongStream.range(0, 256).map(step -> step * GOLDEN_GAMMA).toArray();

    private final long key;

    private RandomNumbers(long key) {
        this.key = key;
    }

    /**
     * Returns the numbers of one model for one output parameter.
     *
     * @param seed the seed of the merge
     * @param output the output parameter's name
     * @param model the model's index in the request
     */
    public static RandomNumbers of(long seed, String output, int model) {
        byte[] name = output.getBytes(StandardCharsets.UTF_8);
        ByteBuffer text = ByteBuffer.allocate(Long.BYTES + Integer.BYTES + name.length);
        text.putLong(seed).putInt(model).put(name);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.array());
            return new RandomNumbers(ByteBuffer.wrap(digest).getLong());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java runtime has SHA-256", impossible);
        }
    }

    /** Returns 64 random bits for an element. */
    public long bits(long element) {
        return mixed(state(element));
    }

    /**
     * Returns a number from 0 (inclusive) to 1 (exclusive) for an element: a multiple of
     * 2<sup>-53</sup>.
     */
    public double uniform(long element) {
        return (bits(element) >>> 11) * 0x1.0p-53;
    }

    /**
     * Computes {@link #uniform(long)} for consecutive elements.
     *
     * @param first the first element
     * @param numbers gets the numbers
     * @param count how many
     */
    public void uniform(long first, double[] numbers, int count) {
        for (int from = 0; from < count; from += STEPS.length) {
            long start = state(first + from);
            int end = Math.min(STEPS.length, count - from);
            for (int i = 0; i < end; i++) {
                numbers[from + i] = (mixed(start + STEPS[i]) >>> 11) * 0x1.0p-53;
            }
        }
    }

    /**
     * Chooses each of consecutive elements with the same probability: those whose {@link
     * #uniform(long)} is less than it.
     *
     * @param first the first element
     * @param probability from 0 to 1
     * @param choices gets 1 for the elements that are chosen, 0 for the others
     * @param count how many elements there are
     */
    public void choose(long first, double probability, double[] choices, int count) {
        long least = (long) Math.ceil(probability * 0x1.0p53);
        for (int from = 0; from < count; from += STEPS.length) {
            long start = state(first + from);
            int end = Math.min(STEPS.length, count - from);
            for (int i = 0; i < end; i++) {
                long isLess = ((mixed(start + STEPS[i]) >>> 11) - least) >>> (Long.SIZE - 1);
                choices[from + i] = isLess;
            }
        }
    }

    /**
     * Returns a number with the normal distribution of mean 0 and variance 1 for an element, made
     * of two {@linkplain #uniform(long) uniform} ones as by Box and Muller (doi
     * 10.1214/aoms/1177706645): sqrt(-2 ln(1 - u[2e])) cos(2 pi u[2e+1]). It has the same bits on
     * every machine.
     */
    public double normal(long element) {
        double radius = Math.sqrt(-2 * StrictMath.log(1 - uniform(2 * element)));
        return radius * StrictMath.cos(2 * Math.PI * uniform(2 * element + 1));
    }

    private long state(long element) {
        return key + (element + 1) * GOLDEN_GAMMA;
    }

    private static long mixed(long state) {
        long z = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
