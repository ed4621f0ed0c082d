package io.terge.cli.args;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

import java.util.regex.Pattern;

/**
 * The value of {@code --shard-size}. A small number without a unit, such as {@code 5}, was meant in
 * another unit than bytes: it would make a file of every parameter.
 */
public final class ShardSizeArgument implements ITypeConverter<ByteSize> {

    private static final Pattern NO_UNIT = Pattern.compile("[\\d.]+");
    private static final long SMALLEST = 1_000_000;

    @Override
    public ByteSize convert(String text) {
        ByteSize size = new ByteSize.Converter().convert(text);
        String number = text.strip();
        if (NO_UNIT.matcher(number).matches() && size.bytes() < SMALLEST) {
            throw new TypeConversionException(
                    "expected a size of 1MB or more, or one with a unit such as %sGB, got '%s'"
                            .formatted(number, number));
        }
        return size;
    }
}
