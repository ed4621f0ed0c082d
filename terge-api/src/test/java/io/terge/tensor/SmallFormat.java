package io.terge.tensor;

import java.math.BigDecimal;
import java.util.Arrays;

/**
 * A small floating type by its definition, slowly: a table of all its values, and a search for the
 * nearest one. Knows nothing of the code under test.
 *
 * @param dtype the type
 * @param fraction bits of fraction
 * @param largest the pattern of the largest finite value
 * @param overflow the pattern of what is beyond
 * @param values the value of every pattern from 0 to one beyond the largest
 */
record SmallFormat(DType dtype, int fraction, int largest, int overflow, double[] values) {

    static SmallFormat f16() {
        return of(DType.F16, 10, 15, 0x7BFF, 0x7C00);
    }

    static SmallFormat bf16() {
        return of(DType.BF16, 7, 127, 0x7F7F, 0x7F80);
    }

    static SmallFormat e5m2() {
        return of(DType.F8_E5M2, 2, 15, 0x7B, 0x7C);
    }

    static SmallFormat e4m3() {
        return of(DType.F8_E4M3, 3, 7, 0x7E, 0x7F);
    }

    private static SmallFormat of(DType dtype, int fraction, int bias, int largest, int overflow) {
        double[] values = new double[largest + 2];
        for (int pattern = 0; pattern < values.length; pattern++) {
            int exponent = pattern >> fraction;
            int rest = pattern % (1 << fraction);
            // Powers of two and their small multiples are exact.
            values[pattern] =
                    exponent == 0
                            ? rest * Math.pow(2, 1 - bias - fraction)
                            : (rest + (1 << fraction)) * Math.pow(2, exponent - bias - fraction);
        }
        return new SmallFormat(dtype, fraction, largest, overflow, values);
    }

    int signBit() {
        return 1 << (dtype.bits() - 1);
    }

    /** The pattern nearest to a number that is not NaN; of two equally near, the even one. */
    int nearest(double value) {
        int sign = Double.doubleToRawLongBits(value) < 0 ? signBit() : 0;
        double size = Math.abs(value);
        if (size >= values[largest + 1]) {
            return sign | overflow;
        }
        int found = Arrays.binarySearch(values, size);
        int pattern = found >= 0 ? found : nearer(size, -found - 2);
        return sign | (pattern > largest ? overflow : pattern);
    }

    private int nearer(double size, int below) {
        BigDecimal exact = new BigDecimal(size);
        BigDecimal down = exact.subtract(new BigDecimal(values[below]));
        BigDecimal up = new BigDecimal(values[below + 1]).subtract(exact);
        int order = down.compareTo(up);
        if (order == 0) {
            return below % 2 == 0 ? below : below + 1;
        }
        return order < 0 ? below : below + 1;
    }

    /** The pattern that every NaN becomes: positive, with the upper bit of the fraction set. */
    int quietNaN() {
        return overflow | 1 << (fraction - 1);
    }

    boolean isNaN(int pattern) {
        int size = pattern & (signBit() - 1);
        return size > overflow || (size == overflow && dtype.equals(DType.F8_E4M3));
    }

    @Override
    public String toString() {
        return dtype.name();
    }
}
