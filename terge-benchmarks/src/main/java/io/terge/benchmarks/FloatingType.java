package io.terge.benchmarks;

import io.terge.tensor.DType;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

import java.util.Locale;
import java.util.stream.Collectors;

/** An argument that names a type that has kernels, in any case. */
final class FloatingType implements ITypeConverter<DType> {

    @Override
    public DType convert(String text) {
        String name = text.toUpperCase(Locale.ROOT);
        return DType.known().stream()
                .filter(type -> type.isFloating() && type.name().equals(name))
                .findFirst()
                .orElseThrow(() -> unknown(text));
    }

    private static TypeConversionException unknown(String text) {
        return new TypeConversionException(
                "'%s' is none of %s"
                        .formatted(
                                text,
                                DType.known().stream()
                                        .filter(DType::isFloating)
                                        .map(DType::name)
                                        .collect(Collectors.joining(", "))));
    }
}
