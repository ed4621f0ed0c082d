package io.terge.cli.args;

import io.terge.api.NonFinitePolicy;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The value of {@code --non-finite}. */
public final class NonFiniteChoice implements ITypeConverter<NonFinitePolicy> {

    @Override
    public NonFinitePolicy convert(String text) {
        return switch (text) {
            case "warn" -> NonFinitePolicy.WARN;
            case "fail" -> NonFinitePolicy.FAIL;
            default ->
                    throw new TypeConversionException(
                            "expected warn or fail, got '%s'".formatted(text));
        };
    }
}
