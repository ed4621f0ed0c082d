package io.terge.pytorch.exported;

import io.terge.pytorch.tensor.TorchType;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The numbers that stand for types and layouts; they are not those of C++ or of pickles. */
final class Enumerations {

    /** The layout of tensors with strides. */
    static final long STRIDED = 7;

    private static final List<String> LAYOUTS =
            List.of(
                    "unknown",
                    "sparse_coo",
                    "sparse_csr",
                    "sparse_csc",
                    "sparse_bsr",
                    "sparse_bsc",
                    "mkldnn");

    private static final Map<Long, String> TYPES =
            Map.ofEntries(
                    Map.entry(1L, "uint8"),
                    Map.entry(2L, "int8"),
                    Map.entry(3L, "int16"),
                    Map.entry(4L, "int32"),
                    Map.entry(5L, "int64"),
                    Map.entry(6L, "float16"),
                    Map.entry(7L, "float32"),
                    Map.entry(8L, "float64"),
                    Map.entry(9L, "complex32"),
                    Map.entry(10L, "complex64"),
                    Map.entry(11L, "complex128"),
                    Map.entry(12L, "bool"),
                    Map.entry(13L, "bfloat16"),
                    Map.entry(28L, "uint16"),
                    Map.entry(29L, "float8_e4m3fn"),
                    Map.entry(30L, "float8_e5m2"),
                    Map.entry(31L, "float8_e4m3fnuz"),
                    Map.entry(32L, "float8_e5m2fnuz"),
                    Map.entry(33L, "float8_e8m0fnu"),
                    Map.entry(34L, "uint32"),
                    Map.entry(35L, "uint64"));

    private Enumerations() {}

    static Optional<TorchType> type(long number) {
        return Optional.ofNullable(TYPES.get(number)).flatMap(TorchType::named);
    }

    /** Returns what messages call a layout other than {@link #STRIDED}. */
    static String layout(long number) {
        return number >= 0 && number < LAYOUTS.size()
                ? LAYOUTS.get((int) number)
                : Long.toString(number);
    }
}
