package io.terge.cli.args;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

import java.util.regex.Pattern;

/**
 * The value of {@code --shard-size}. A small size would make a file of every parameter: a number
 * without a unit, such as {@code 5}, was meant in another unit than bytes.
 */
public final class ShardSizeArgument implements ITypeConverter<ByteSize> {

    private static final Pattern NO_UNIT = Pattern.compile("[\\d.]+");
    private static final long SMALLEST = 1_000_000;

    @Override
    public ByteSize convert(String text) {
        ByteSize size = new ByteSize.Converter().convert(text);
        String number = text.strip();
        if (size.bytes() >= SMALLEST) {
            return size;
        }
        throw new TypeConversionException(
                NO_UNIT.matcher(number).matches()
                        ? "expected a size of 1MB or more, or one with a unit such as %sGB, got '%s'"
                                .formatted(number, number)
                        : "expected a size of 1MB or more, got '%s'".formatted(number));
    }
}
