package io.terge.cli.args;

import io.terge.tensor.DType;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The value of {@code --dtype}: a type that merged numbers can be written in. */
public final class OutputType implements ITypeConverter<DType> {

    private static final List<DType> TYPES =
            List.of(DType.BF16, DType.F16, DType.F32, DType.F64, DType.F8_E4M3, DType.F8_E5M2);

    @Override
    public DType convert(String text) {
        return TYPES.stream()
                .filter(type -> type.name().equalsIgnoreCase(text.strip()))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException(message(text)));
    }

    private static String message(String text) {
        String names =
                TYPES.stream()
                        .map(type -> type.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", "));
        return "expected one of %s, got '%s'".formatted(names, text);
    }
}
