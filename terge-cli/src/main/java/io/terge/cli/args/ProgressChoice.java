package io.terge.cli.args;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The value of {@code --progress}: when a progress bar is shown. */
public enum ProgressChoice {
    /** On a terminal. */
    AUTO,
    /** Always. */
    ALWAYS,
    /** Never. */
    NEVER;

    /** Reads a choice in small letters. */
    public static final class Converter implements ITypeConverter<ProgressChoice> {

        @Override
        public ProgressChoice convert(String text) {
            return switch (text) {
                case "auto" -> AUTO;
                case "always" -> ALWAYS;
                case "never" -> NEVER;
                default ->
                        throw new TypeConversionException(
                                "'%s' is not one of auto, always, never".formatted(text));
            };
        }
    }
}
