package io.terge.cli.args;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

import java.util.List;

/** The value of {@code --pickle}. */
public final class PickleChoice implements ITypeConverter<String> {

    private static final List<String> CHOICES = List.of("lax", "strict");

    @Override
    public String convert(String text) {
        if (!CHOICES.contains(text)) {
            throw new TypeConversionException("expected lax or strict, got '%s'".formatted(text));
        }
        return text;
    }
}
