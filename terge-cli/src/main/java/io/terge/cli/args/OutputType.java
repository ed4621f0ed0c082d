package io.terge.cli.args;

import io.terge.recipes.value.TypeText;
import io.terge.tensor.DType;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A type that merged numbers can be written in. */
final class OutputType implements ITypeConverter<DType> {

    @Override
    public DType convert(String text) {
        try {
            return TypeText.parse(text);
        } catch (IllegalArgumentException malformed) {
            throw new TypeConversionException(String.valueOf(malformed.getMessage()));
        }
    }
}
