package io.terge.pytorch.tensor;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.terge.tensor.DType;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * An element type of PyTorch.
 *
 * @param name its name in the module {@code torch}, e.g. {@code bfloat16}
 * @param storage the class of its storages; empty for newer types, whose storages are untyped
 * @param dtype the type of parameters
 * @param bytes the size of an element
 */
public record TorchType(String name, Optional<String> storage, DType dtype, int bytes) {

    private static final List<TorchType> ALL =
            List.of(
                    of("float64", "DoubleStorage", DType.F64),
                    of("float32", "FloatStorage", DType.F32),
                    of("float16", "HalfStorage", DType.F16),
                    of("bfloat16", "BFloat16Storage", DType.BF16),
                    of("float8_e4m3fn", DType.F8_E4M3),
                    of("float8_e5m2", DType.F8_E5M2),
                    of("int64", "LongStorage", DType.I64),
                    of("int32", "IntStorage", DType.I32),
                    of("int16", "ShortStorage", DType.I16),
                    of("int8", "CharStorage", DType.I8),
                    of("uint64", DType.U64),
                    of("uint32", DType.U32),
                    of("uint16", DType.U16),
                    of("uint8", "ByteStorage", DType.U8),
                    of("bool", "BoolStorage", DType.BOOL),
                    of("complex64", "ComplexFloatStorage", DType.C64),
                    opaque("complex128", Optional.of("ComplexDoubleStorage"), "C128", 16),
                    opaque("complex32", Optional.empty(), "C32", 4),
                    of("float8_e8m0fnu", DType.F8_E8M0),
                    opaque("float8_e4m3fnuz", Optional.empty(), "F8_E4M3FNUZ", 1),
                    opaque("float8_e5m2fnuz", Optional.empty(), "F8_E5M2FNUZ", 1),
                    opaque("float4_e2m1fn_x2", Optional.empty(), "F4_E2M1FN_X2", 1));

    /** The types of quantized tensors; only their sizes matter, to find what comes after them. */
    private static final List<TorchType> QUANTIZED =
            List.of(
                    opaque("qint8", Optional.of("QInt8Storage"), "QINT8", 1),
                    opaque("quint8", Optional.of("QUInt8Storage"), "QUINT8", 1),
                    opaque("qint32", Optional.of("QInt32Storage"), "QINT32", 4),
                    opaque("quint4x2", Optional.of("QUInt4x2Storage"), "QUINT4X2", 1),
                    opaque("quint2x4", Optional.of("QUInt2x4Storage"), "QUINT2X4", 1));

    private static final Map<String, TorchType> BY_NAME = by(ALL, type -> Stream.of(type.name));
    private static final Map<String, TorchType> BY_STORAGE =
            by(
                    Stream.concat(ALL.stream(), QUANTIZED.stream()).toList(),
                    type -> Stream.of(type.storage.orElseGet(() -> scriptStorage(type.name))));
    private static final Map<String, TorchType> BY_DTYPE =
            by(ALL, type -> Stream.of(type.dtype.name()));

    /** What TorchScript calls the storages of a type that have no class in Python. */
    private static String scriptStorage(String name) {
        String start = name.equals("complex32") ? "complexHalf" : name.replace("uint", "uInt");
        return Character.toUpperCase(start.charAt(0)) + start.substring(1) + "Storage";
    }

    private static TorchType of(String name, String storage, DType dtype) {
        return new TorchType(name, Optional.of(storage), dtype, dtype.bits() / Byte.SIZE);
    }

    private static TorchType of(String name, DType dtype) {
        return new TorchType(name, Optional.empty(), dtype, dtype.bits() / Byte.SIZE);
    }

    private static TorchType opaque(
            String name, Optional<String> storage, String dtype, int bytes) {
        return new TorchType(name, storage, DType.named(dtype), bytes);
    }

    private static Map<String, TorchType> by(
            List<TorchType> types, Function<TorchType, Stream<String>> keys) {
        return types.stream()
                .flatMap(type -> keys.apply(type).map(key -> Map.entry(key, type)))
                .collect(toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Whether tensors of the type are quantized, which are not supported. */
    boolean isQuantized() {
        return QUANTIZED.contains(this);
    }

    /** All types. */
    public static List<TorchType> all() {
        return ALL;
    }

    /** Returns the type with a name in the module {@code torch}. */
    public static Optional<TorchType> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /**
     * Returns the type of the storages of a class, e.g. {@code FloatStorage}, also a quantized one,
     * and one that only TorchScript has.
     */
    public static Optional<TorchType> ofStorage(String storageClass) {
        return Optional.ofNullable(BY_STORAGE.get(storageClass));
    }

    /** Returns the type that parameters of a type have in PyTorch. */
    public static Optional<TorchType> of(DType dtype) {
        return Optional.ofNullable(BY_DTYPE.get(dtype.name()));
    }
}
