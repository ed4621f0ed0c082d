package io.terge.djl.memory;

import static java.util.Map.entry;

import ai.djl.ndarray.types.DataType;

import io.terge.tensor.DType;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** DJL's types and terge's. */
final class DataTypes {

    // An allowlist. PyTorch's engine ends the whole process when it creates an array of some of
    // the other types.
    private static final Map<DataType, DType> SUPPORTED =
            Map.ofEntries(
                    entry(DataType.FLOAT32, DType.F32),
                    entry(DataType.FLOAT64, DType.F64),
                    entry(DataType.FLOAT16, DType.F16),
                    entry(DataType.INT64, DType.I64),
                    entry(DataType.INT32, DType.I32),
                    entry(DataType.INT8, DType.I8),
                    entry(DataType.UINT8, DType.U8),
                    entry(DataType.BOOLEAN, DType.BOOL));

    private DataTypes() {}

    /** The type with the same bytes; empty if DJL gives no bytes of it. */
    static Optional<DType> dtype(DataType type) {
        return Optional.ofNullable(SUPPORTED.get(type));
    }

    /** The supported types, in DJL's order. */
    static String names() {
        return Arrays.stream(DataType.values())
                .filter(SUPPORTED::containsKey)
                .map(DataType::name)
                .collect(Collectors.joining(", "));
    }
}
