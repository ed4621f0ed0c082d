package io.terge.cli.args;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number of bytes with a unit, such as {@code 5GB}.
 *
 * @param bytes one or more
 */
public record ByteSize(long bytes) {

    /** Reads a number and a unit; a number alone is in bytes. */
    public static final class Converter implements ITypeConverter<ByteSize> {

        private static final Pattern SIZE =
                Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*([A-Za-z]*?)[Bb]?");

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

        @Override
        public ByteSize convert(String text) {
            Matcher size = SIZE.matcher(text.strip());
            BigDecimal unit =
                    size.matches() ? UNITS.get(size.group(2).toLowerCase(Locale.ROOT)) : null;
            if (unit == null) {
                throw new TypeConversionException(
                        "expected a size such as 5GB, got '%s'; units are B, K or KB, M or MB, G or GB, T or TB (powers of 1000) and KiB, MiB, GiB, TiB (powers of 1024)"
                                .formatted(text));
            }
            BigDecimal bytes =
                    new BigDecimal(size.group(1)).multiply(unit).setScale(0, RoundingMode.FLOOR);
            if (bytes.signum() == 0 || bytes.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
                throw new TypeConversionException(
                        "expected 1 byte to %d bytes, got '%s'".formatted(Long.MAX_VALUE, text));
            }
            return new ByteSize(bytes.longValueExact());
        }
    }
}
