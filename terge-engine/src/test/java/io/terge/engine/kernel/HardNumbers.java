package io.terge.engine.kernel;

import io.terge.tensor.DType;
import io.terge.tensor.ElementCodec;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Numbers on which an encoder goes wrong if it can. */
final class HardNumbers {

    private HardNumbers() {}

    /** What is hard for every type. */
    static double[] general() {
        return both(
                0,
                Double.MIN_VALUE,
                Math.nextDown(Double.MIN_NORMAL),
                Double.MIN_NORMAL,
                0x1p-1000,
                1e-60,
                1,
                Math.nextUp(1.0),
                1e39,
                1e300,
                Double.MAX_VALUE,
                Double.POSITIVE_INFINITY,
                Double.NaN,
                Double.longBitsToDouble(0x7FF0_0000_0000_0001L),
                Double.longBitsToDouble(0xFFFF_FFFF_FFFF_FFFFL),
                Double.longBitsToDouble(0xFFF0_2000_0000_0000L));
    }

    /** Every value of a type of 16 bits or fewer and all that is next to a tie between two. */
    static double[] around(DType small) {
        double[] values = decodeAll(small);
        int half = values.length / 2;
        List<Double> hard = new ArrayList<>();
        for (int pattern = 0; pattern < half; pattern++) {
            double value = values[pattern];
            if (Double.isFinite(value)) {
                double next = pattern + 1 < half ? values[pattern + 1] : Double.NaN;
                addAround(hard, value, Double.isFinite(next) ? next : beyond(value));
            }
        }
        return both(hard.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** The same for some {@code float}s, subnormal ones and the largest among them. */
    static double[] aroundFloats(Random random) {
        List<Double> hard = new ArrayList<>();
        for (int i = 0; i < 5000; i++) {
            int bits =
                    i < 100 ? i : i < 200 ? 0x7F7F_FFFF - (i - 100) : random.nextInt(0x7F7F_FFFF);
            float value = Float.intBitsToFloat(bits);
            double next = bits == 0x7F7F_FFFF ? 0x1p128 : Math.nextUp(value);
            addAround(hard, value, next);
        }
        return both(hard.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** Any bits at all, and numbers near those of small types. */
    static double[] random(Random random, int count) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] =
                    switch (i % 3) {
                        case 0 -> Double.longBitsToDouble(random.nextLong());
                        case 1 -> Math.scalb(random.nextGaussian(), random.nextInt(300) - 150);
                        default -> Math.scalb(random.nextGaussian(), random.nextInt(50) - 25);
                    };
        }
        return values;
    }

    /** The value of every pattern of a type. */
    static double[] decodeAll(DType small) {
        double[] values = new double[1 << small.bits()];
        ElementCodec.of(small)
                .decode(MemorySegment.ofArray(patterns(small)), 0, values, 0, values.length);
        return values;
    }

    /** Every pattern of a type, stored. */
    static byte[] patterns(DType small) {
        int size = small.bits() / Byte.SIZE;
        byte[] bytes = new byte[size << small.bits()];
        for (int i = 0; i < bytes.length; i++) {
            int pattern = i / size;
            bytes[i] = (byte) (i % size == 0 ? pattern : pattern >> 8);
        }
        return bytes;
    }

    private static void addAround(List<Double> hard, double value, double next) {
        double tie = value + (next - value) / 2;
        hard.add(value);
        hard.add(Math.nextUp(value));
        hard.add(tie);
        hard.add(Math.nextUp(tie));
        hard.add(Math.nextDown(tie));
        // A float cannot tell these from the tie.
        hard.add(tie * (1 + 0x1p-30));
        hard.add(tie * (1 - 0x1p-30));
        hard.add(tie * (1 + 0x1p-50));
        hard.add(tie * (1 - 0x1p-50));
    }

    // One step above the largest value.
    private static double beyond(double largest) {
        double power = Math.scalb(1.0, Math.getExponent(largest));
        return largest == 448 ? 480 : 2 * power;
    }

    private static double[] both(double... values) {
        double[] signed = new double[2 * values.length];
        for (int i = 0; i < values.length; i++) {
            signed[2 * i] = values[i];
            signed[2 * i + 1] = -values[i];
        }
        return signed;
    }
}
