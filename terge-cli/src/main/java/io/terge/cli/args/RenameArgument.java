package io.terge.cli.args;

import io.terge.api.Rename;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * The value of {@code --rename}: {@code MODEL:REGEX=REPLACEMENT}, split at the first {@code :} and
 * the last {@code =}. The replacement may be empty. Whether the expression is one is left to the
 * planner, which reports it with all else that it finds.
 */
public final class RenameArgument implements ITypeConverter<Rename> {

    @Override
    public Rename convert(String text) {
        int colon = text.indexOf(':');
        int equals = text.lastIndexOf('=');
        if (colon < 0 || equals <= colon + 1) {
            throw malformed(text);
        }
        return new Rename(
                ModelArgument.parse(text.substring(0, colon)).orElseThrow(() -> malformed(text)),
                text.substring(colon + 1, equals),
                text.substring(equals + 1));
    }

    private static TypeConversionException malformed(String text) {
        return new TypeConversionException(
                "expected MODEL:REGEX=REPLACEMENT (MODEL is an index, * or base), got '%s'; for example 1:^bert\\.=encoder."
                        .formatted(text));
    }
}
