package io.terge.cli.args;

import io.terge.api.LayerPattern;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a pattern of layers. */
public final class LayerPatternArgument implements ITypeConverter<LayerPattern> {

    @Override
    public LayerPattern convert(String value) {
        try {
            return new LayerPattern(value);
        } catch (IllegalArgumentException wrong) {
            throw new TypeConversionException(String.valueOf(wrong.getMessage()));
        }
    }
}
