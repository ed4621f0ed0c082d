package io.terge.cli.args;

import io.terge.api.BaseChoice;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

import java.util.regex.Pattern;

/** The value of {@code --base}: a whole number is a model's index, anything else a path. */
public final class BaseArgument implements ITypeConverter<BaseChoice> {

    private static final Pattern WHOLE_NUMBER = Pattern.compile("[+-]?\\d+");

    @Override
    public BaseChoice convert(String text) {
        if (!WHOLE_NUMBER.matcher(text).matches()) {
            return new BaseChoice.Other(new ReferenceArgument().convert(text));
        }
        try {
            return new BaseChoice.Index(Integer.parseInt(text));
        } catch (NumberFormatException tooLong) {
            throw new TypeConversionException(
                    "index %s is out of range; for a directory of this name, write ./%s"
                            .formatted(text, text));
        }
    }
}
