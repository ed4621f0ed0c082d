package io.terge.recipes.value;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A number of bytes with a unit, such as {@code 5GB}; a number alone is in bytes. */
public final class SizeText {

    private static final Pattern SIZE = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*([A-Za-z]*?)[Bb]?");
    private static final Pattern NO_UNIT = Pattern.compile("[\\d.]+");
    private static final long SMALLEST_SHARD = 1_000_000;

    private static final Map<String, BigDecimal> UNITS =
            Map.of(
                    "", BigDecimal.ONE,
                    "k", BigDecimal.TEN.pow(3),
                    "m", BigDecimal.TEN.pow(6),
                    "g", BigDecimal.TEN.pow(9),
                    "t", BigDecimal.TEN.pow(12),
                    "ki", BigDecimal.TWO.pow(10),
                    "mi", BigDecimal.TWO.pow(20),
                    "gi", BigDecimal.TWO.pow(30),
                    "ti", BigDecimal.TWO.pow(40));

    private static final List<Unit> WRITTEN =
            List.of(
                    new Unit("GB", 1_000_000_000L),
                    new Unit("GiB", 1L << 30),
                    new Unit("MB", 1_000_000L),
                    new Unit("MiB", 1L << 20));

    private record Unit(String name, long bytes) {}

    private SizeText() {}

    /**
     * Returns a number of bytes, one or more.
     *
     * @throws IllegalArgumentException if the text is none; the message says what was expected
     */
    public static long parse(String text) {
        Matcher size = SIZE.matcher(text.strip());
        BigDecimal unit = size.matches() ? UNITS.get(size.group(2).toLowerCase(Locale.ROOT)) : null;
        if (unit == null) {
            throw new IllegalArgumentException(
                    "expected a size such as 5GB, got '%s'; units are B, K or KB, M or MB, G or GB, T or TB (powers of 1000) and KiB, MiB, GiB, TiB (powers of 1024)"
                            .formatted(text));
        }
        BigDecimal bytes =
                new BigDecimal(size.group(1)).multiply(unit).setScale(0, RoundingMode.FLOOR);
        if (bytes.signum() == 0 || bytes.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
            throw new IllegalArgumentException(
                    "expected 1 byte to %d bytes, got '%s'".formatted(Long.MAX_VALUE, text));
        }
        return bytes.longValueExact();
    }

    /** Returns a text of which the number of bytes is parsed: in the largest unit that is exact. */
    public static String of(long bytes) {
        for (Unit unit : WRITTEN) {
            if (bytes % unit.bytes() == 0) {
                return bytes / unit.bytes() + unit.name();
            }
        }
        return bytes + "B";
    }

    /**
     * Returns the size of a shard. A small number without a unit, such as {@code 5}, was meant in
     * another unit than bytes: it would make a file of every parameter.
     *
     * @throws IllegalArgumentException if the text is none; the message says what was expected
     */
    public static long parseShard(String text) {
        long bytes = parse(text);
        String number = text.strip();
        if (NO_UNIT.matcher(number).matches() && bytes < SMALLEST_SHARD) {
            throw new IllegalArgumentException(
                    "expected a size of 1MB or more, or one with a unit such as %sGB, got '%s'"
                            .formatted(number, number));
        }
        return bytes;
    }
}
