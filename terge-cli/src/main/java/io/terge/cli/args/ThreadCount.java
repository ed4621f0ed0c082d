package io.terge.cli.args;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

import java.util.regex.Pattern;

/** The value of {@code --threads}: a whole number, 1 to 9999. */
public final class ThreadCount implements ITypeConverter<Integer> {

    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,3}");

    @Override
    public Integer convert(String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw new TypeConversionException(
                    "expected a number of threads from 1 to 9999, got '%s'".formatted(text));
        }
        return Integer.valueOf(text);
    }
}
