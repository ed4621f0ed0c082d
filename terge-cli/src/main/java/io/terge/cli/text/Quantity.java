package io.terge.cli.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers for people: sizes, times, weights, counts of things. */
public final class Quantity {

    private static final String[] UNITS = {"KB", "MB", "GB", "TB", "PB", "EB"};
    private static final MathContext DIGITS = new MathContext(6);
    private static final int LONGEST = 12;

    private Quantity() {}

    /** A number of bytes in the largest unit that fits, a power of 1000: {@code 1.23 GB}. */
    public static String bytes(long bytes) {
        if (bytes < 1000) {
            return bytes + " B";
        }
        double value = bytes;
        int unit = -1;
        // 999.995 would be printed as 1000.00.
        while (value >= 999.995 && unit < UNITS.length - 1) {
            value /= 1000;
            unit++;
        }
        return String.format(Locale.ROOT, "%.2f %s", value, UNITS[unit]);
    }

    /** A time in seconds: {@code 3.4 s}. */
    public static String time(double seconds) {
        return String.format(Locale.ROOT, "%.1f s", seconds);
    }

    /** A weight with up to six digits: {@code 0.333333}. */
    public static String weight(double weight) {
        if (!Double.isFinite(weight)) {
            return Double.toString(weight);
        }
        BigDecimal rounded = new BigDecimal(weight).round(DIGITS).stripTrailingZeros();
        return Math.abs(rounded.scale()) <= LONGEST ? rounded.toPlainString() : rounded.toString();
    }

    /** How many there are of something: {@code 1 parameter}, {@code 2 parameters}. */
    public static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
