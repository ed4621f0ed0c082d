package io.terge.cli.args;

import io.terge.api.AdapterChoice;
import io.terge.api.ModelScope;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The value of {@code --adapter}: {@code NAME} for all models, or {@code MODEL:NAME}. */
public final class AdapterArgument implements ITypeConverter<AdapterChoice> {

    @Override
    public AdapterChoice convert(String text) {
        int colon = text.indexOf(':');
        String name = text.substring(colon + 1).strip();
        if (name.isEmpty()) {
            throw malformed(text);
        }
        ModelScope models =
                colon < 0
                        ? ModelScope.all()
                        : ModelArgument.parse(text.substring(0, colon))
                                .orElseThrow(() -> malformed(text));
        return new AdapterChoice(models, name);
    }

    private static TypeConversionException malformed(String text) {
        return new TypeConversionException(
                "expected NAME or MODEL:NAME (MODEL is an index, * or base), got '%s'; for example 1:safetensors"
                        .formatted(text));
    }
}
