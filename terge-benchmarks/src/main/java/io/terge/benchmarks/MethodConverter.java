package io.terge.benchmarks;

import io.terge.benchmarks.run.MethodVariant;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** An argument that names a merge method and options of it. */
final class MethodConverter implements ITypeConverter<MethodVariant> {

    @Override
    public MethodVariant convert(String text) {
        try {
            return MethodVariant.parse(text);
        } catch (IllegalArgumentException wrong) {
            throw new TypeConversionException(String.valueOf(wrong.getMessage()));
        }
    }
}
