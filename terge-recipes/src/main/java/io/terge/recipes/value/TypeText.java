package io.terge.recipes.value;

import io.terge.tensor.DType;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The types that merged numbers can be written in, by name. */
public final class TypeText {

    private static final List<DType> TYPES =
            List.of(DType.BF16, DType.F16, DType.F32, DType.F64, DType.F8_E4M3, DType.F8_E5M2);

    /** What other libraries call them. */
    private static final Map<String, DType> OTHER_NAMES =
            Map.ofEntries(
                    Map.entry("bfloat16", DType.BF16),
                    Map.entry("float16", DType.F16),
                    Map.entry("fp16", DType.F16),
                    Map.entry("half", DType.F16),
                    Map.entry("float32", DType.F32),
                    Map.entry("fp32", DType.F32),
                    Map.entry("float", DType.F32),
                    Map.entry("float64", DType.F64),
                    Map.entry("fp64", DType.F64),
                    Map.entry("double", DType.F64),
                    Map.entry("float8_e4m3fn", DType.F8_E4M3),
                    Map.entry("fp8_e4m3", DType.F8_E4M3),
                    Map.entry("fp8_e4m3fn", DType.F8_E4M3),
                    Map.entry("float8_e5m2", DType.F8_E5M2),
                    Map.entry("fp8_e5m2", DType.F8_E5M2));

    private TypeText() {}

    /**
     * Returns the type of a name, in any case.
     *
     * @throws IllegalArgumentException if it names none; the message says what was expected
     */
    public static DType parse(String text) {
        String name = text.strip().toLowerCase(Locale.ROOT).replaceFirst("^torch\\.", "");
        return TYPES.stream()
                .filter(type -> type.name().equalsIgnoreCase(name))
                .findFirst()
                .or(() -> Optional.ofNullable(OTHER_NAMES.get(name)))
                .orElseThrow(() -> new IllegalArgumentException(message(text)));
    }

    /** Returns the name of a type, in lower case. */
    public static String of(DType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }

    private static String message(String text) {
        String names = TYPES.stream().map(TypeText::of).collect(Collectors.joining(", "));
        String which = text.strip().matches("(?i)f(p|loat)?8") ? "; choose f8_e4m3 or f8_e5m2" : "";
        return "expected one of %s, got '%s'%s".formatted(names, text, which);
    }
}
