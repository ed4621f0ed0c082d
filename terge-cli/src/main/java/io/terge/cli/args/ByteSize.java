package io.terge.cli.args;

import io.terge.recipes.value.SizeText;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A number of bytes with a unit, such as {@code 5GB}.
 *
 * @param bytes one or more
 */
public record ByteSize(long bytes) {

    /** Reads a number and a unit; a number alone is in bytes. */
    public static final class Converter implements ITypeConverter<ByteSize> {

        @Override
        public ByteSize convert(String text) {
            try {
                return new ByteSize(SizeText.parse(text));
            } catch (IllegalArgumentException malformed) {
                throw new TypeConversionException(String.valueOf(malformed.getMessage()));
            }
        }
    }
}
