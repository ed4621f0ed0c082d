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

    /** Reads a choice in lower case. */
    public static final class Converter implements ITypeConverter<ProgressChoice> {

        @Override
        public ProgressChoice convert(String text) {
            return switch (text) {
                case "auto" -> AUTO;
                case "always" -> ALWAYS;
                case "never" -> NEVER;
                default ->
                        throw new TypeConversionException(
                                "expected auto, always or never, got '%s'".formatted(text));
            };
        }
    }
}
