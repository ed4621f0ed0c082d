package io.terge.tensor;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The storage type of a parameter's elements, named as in the safetensors format.
 *
 * <p>{@link #named} also returns types unknown to this version, of {@link Kind#OPAQUE opaque} kind
 * and with zero {@link #bits()}, so that parameters of newer types are copied unchanged. Only
 * constants of this class are {@link Kind#FLOATING floating}. Immutable.
 *
 * @since 0.1
 */
public final class DType {

    /** The kinds of elements. */
    public enum Kind {
        /** Real numbers: these are merged. */
        FLOATING,
        /** Whole numbers: copied from the base. */
        INTEGER,
        /** Truth values: copied from the base. */
        BOOLEAN,
        /** Anything else (packed blocks, complex numbers, unknown types): copied from the base. */
        OPAQUE
    }

    /** IEEE 754 binary64. */
    public static final DType F64 = new DType("F64", Kind.FLOATING, 64);

    /** IEEE 754 binary32. */
    public static final DType F32 = new DType("F32", Kind.FLOATING, 32);

    /** IEEE 754 binary16. */
    public static final DType F16 = new DType("F16", Kind.FLOATING, 16);

    /** The upper half of an IEEE 754 binary32: 8 bits of exponent, 7 of fraction. */
    public static final DType BF16 = new DType("BF16", Kind.FLOATING, 16);

    /** 4 bits of exponent, 3 of fraction, no infinity, largest finite value 448 (OCP FP8 E4M3). */
    public static final DType F8_E4M3 = new DType("F8_E4M3", Kind.FLOATING, 8);

    /** 5 bits of exponent, 2 of fraction, with infinities (OCP FP8 E5M2). */
    public static final DType F8_E5M2 = new DType("F8_E5M2", Kind.FLOATING, 8);

    /** As E4M3, without negative zero and with one NaN; copied, not merged. */
    public static final DType F8_E4M3FNUZ = new DType("F8_E4M3FNUZ", Kind.OPAQUE, 8);

    /** As E5M2, without infinities and negative zero and with one NaN; copied, not merged. */
    public static final DType F8_E5M2FNUZ = new DType("F8_E5M2FNUZ", Kind.OPAQUE, 8);

    /** Signed 64-bit integers. */
    public static final DType I64 = new DType("I64", Kind.INTEGER, 64);

    /** Signed 32-bit integers. */
    public static final DType I32 = new DType("I32", Kind.INTEGER, 32);

    /** Signed 16-bit integers. */
    public static final DType I16 = new DType("I16", Kind.INTEGER, 16);

    /** Signed 8-bit integers. */
    public static final DType I8 = new DType("I8", Kind.INTEGER, 8);

    /** Unsigned 64-bit integers. */
    public static final DType U64 = new DType("U64", Kind.INTEGER, 64);

    /** Unsigned 32-bit integers. */
    public static final DType U32 = new DType("U32", Kind.INTEGER, 32);

    /** Unsigned 16-bit integers. */
    public static final DType U16 = new DType("U16", Kind.INTEGER, 16);

    /** Unsigned 8-bit integers. */
    public static final DType U8 = new DType("U8", Kind.INTEGER, 8);

    /** One byte per truth value. */
    public static final DType BOOL = new DType("BOOL", Kind.BOOLEAN, 8);

    /** Complex numbers of two binary32 halves. */
    public static final DType C64 = new DType("C64", Kind.OPAQUE, 64);

    /** Powers of two, the shared scales of block formats. */
    public static final DType F8_E8M0 = new DType("F8_E8M0", Kind.OPAQUE, 8);

    /** 6-bit numbers of 2 bits of exponent and 3 of fraction, packed. */
    public static final DType F6_E2M3 = new DType("F6_E2M3", Kind.OPAQUE, 6);

    /** 6-bit numbers of 3 bits of exponent and 2 of fraction, packed. */
    public static final DType F6_E3M2 = new DType("F6_E3M2", Kind.OPAQUE, 6);

    /** 4-bit numbers, two to a byte. */
    public static final DType F4 = new DType("F4", Kind.OPAQUE, 4);

    private static final List<DType> KNOWN =
            List.of(
                    F64,
                    F32,
                    F16,
                    BF16,
                    F8_E4M3,
                    F8_E5M2,
                    I64,
                    I32,
                    I16,
                    I8,
                    U64,
                    U32,
                    U16,
                    U8,
                    BOOL,
                    C64,
                    F8_E4M3FNUZ,
                    F8_E5M2FNUZ,
                    F8_E8M0,
                    F6_E2M3,
                    F6_E3M2,
                    F4);

    private static final Map<String, DType> BY_NAME =
            KNOWN.stream().collect(Collectors.toUnmodifiableMap(DType::name, Function.identity()));

    private final String name;
    private final Kind kind;
    private final int bits;

    private DType(String name, Kind kind, int bits) {
        this.name = name;
        this.kind = kind;
        this.bits = bits;
    }

    /** All types known to this version: floating ones first, opaque ones last. */
    public static List<DType> known() {
        return KNOWN;
    }

    /**
     * Returns the type with a name; an opaque type of unknown size if the name is unknown.
     *
     * @param name the format's name, e.g. {@code "BF16"}, in capitals
     * @throws IllegalArgumentException if the name is empty
     */
    public static DType named(String name) {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("The name of a type is empty");
        }
        DType known = BY_NAME.get(name);
        return known != null ? known : new DType(name, Kind.OPAQUE, 0);
    }

    /** The format's name, e.g. {@code "BF16"}. */
    public String name() {
        return name;
    }

    /** The kind of the elements; only {@link Kind#FLOATING} ones are merged. */
    public Kind kind() {
        return kind;
    }

    /** The size of one element in bits; 0 if unknown. */
    public int bits() {
        return bits;
    }

    /** Whether the elements are real numbers, so that they can be merged. */
    public boolean isFloating() {
        return kind == Kind.FLOATING;
    }

    /** Whether the size of an element is known. */
    public boolean hasKnownSize() {
        return bits > 0;
    }

    /** Types with the same name are equal. */
    @Override
    public boolean equals(Object other) {
        return other instanceof DType that && name.equals(that.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
