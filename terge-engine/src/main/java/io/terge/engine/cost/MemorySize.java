package io.terge.engine.cost;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/** Amounts of memory for people, with three digits and a unit that is a power of 1000. */
final class MemorySize {

    private static final List<String> UNITS = List.of("B", "KB", "MB", "GB", "TB", "PB", "EB");
    private static final int DIGITS = 3;
    private static final int POWER = 3;

    private MemorySize() {}

    /** No less than the bytes, so that a limit of this is enough: {@code 82.7 KB}. */
    static String atLeast(long bytes) {
        return text(bytes, RoundingMode.CEILING);
    }

    /** No more than the bytes. */
    static String atMost(long bytes) {
        return text(bytes, RoundingMode.FLOOR);
    }

    private static String text(long bytes, RoundingMode rounding) {
        BigDecimal rounded = new BigDecimal(bytes).round(new MathContext(DIGITS, rounding));
        int unit = (rounded.precision() - rounded.scale() - 1) / POWER;
        BigDecimal value = rounded.movePointLeft(unit * POWER).stripTrailingZeros();
        return value.toPlainString() + " " + UNITS.get(unit);
    }
}
