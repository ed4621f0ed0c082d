package io.terge.cli.args;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The value of {@code --seed}: a whole number of 64 bits. */
public final class SeedArgument implements ITypeConverter<Long> {

    @Override
    public Long convert(String text) {
        try {
            return Long.valueOf(text.strip());
        } catch (NumberFormatException notOne) {
            throw new TypeConversionException(
                    "expected a whole number from %d to %d, got '%s'"
                            .formatted(Long.MIN_VALUE, Long.MAX_VALUE, text));
        }
    }
}
