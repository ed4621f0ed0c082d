package io.terge.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.lang.foreign.MemorySegment;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;

class ElementCodecTest {

    private static final long SEED = 77;

    static Stream<DType> floatingTypes() {
        return DType.known().stream().filter(DType::isFloating);
    }

    static Stream<DType> otherTypes() {
        return Stream.concat(
                DType.known().stream().filter(type -> !type.isFloating()),
                Stream.of(DType.named("F128")));
    }

    @Test
    void f32IsTheNearestFloat() {
        Random random = new Random(SEED);
        for (int i = 0; i < 10_000; i++) {
            float some = Float.intBitsToFloat(random.nextInt(0x7F80_0000));
            double tie = (some + (double) Math.nextUp(some)) / 2;
            for (double value :
                    new double[] {
                        random.nextGaussian(), tie, Math.nextUp(tie), -Math.nextDown(tie)
                    }) {
                float expected = new BigDecimal(value).floatValue();
                assertThat(encode(DType.F32, value).getFloat(0))
                        .as("%s, seed %d", value, SEED)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void f32KeepsEveryPatternButThoseOfNaNs() {
        Random random = new Random(SEED);
        for (int i = 0; i < 20_000; i++) {
            int bits = random.nextInt();
            double value = decode(DType.F32, littleEndian(4).putInt(0, bits));
            int back = encode(DType.F32, value).getInt(0);
            boolean isNaN = (bits & 0x7FFF_FFFF) > 0x7F80_0000;
            assertThat(back).isEqualTo(isNaN ? 0x7FC0_0000 : bits);
        }
    }

    @Test
    void f32OverflowsToInfinityAndKeepsTheSignOfZero() {
        assertThat(encode(DType.F32, 1e39).getFloat(0)).isEqualTo(Float.POSITIVE_INFINITY);
        assertThat(encode(DType.F32, Double.NEGATIVE_INFINITY).getFloat(0))
                .isEqualTo(Float.NEGATIVE_INFINITY);
        assertThat(encode(DType.F32, -0.0).getInt(0)).isEqualTo(0x8000_0000);
        assertThat(encode(DType.F32, -1e-60).getInt(0)).isEqualTo(0x8000_0000);
    }

    @Test
    void f64KeepsEveryPatternButThoseOfNaNs() {
        Random random = new Random(SEED);
        for (int i = 0; i < 20_000; i++) {
            long bits = i == 0 ? 0x7FF0_0000_0000_0001L : random.nextLong();
            double value = decode(DType.F64, littleEndian(8).putLong(0, bits));
            boolean isNaN = (bits & Long.MAX_VALUE) > 0x7FF0_0000_0000_0000L;
            assertThat(encode(DType.F64, value).getLong(0))
                    .isEqualTo(isNaN ? 0x7FF8_0000_0000_0000L : bits);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "F64, 7FF8000000000000",
        "F32, 7FC00000",
        "F16, 7E00",
        "BF16, 7FC0",
        "F8_E5M2, 7E",
        "F8_E4M3, 7F"
    })
    void everyNaNIsStoredAsTheSame(String type, String pattern) {
        double difference = Double.POSITIVE_INFINITY - Double.parseDouble("Infinity");
        for (double value :
                new double[] {
                    Double.NaN,
                    difference,
                    -difference,
                    Double.longBitsToDouble(0x7FF0_0000_0000_0001L),
                    Double.longBitsToDouble(0x7FFF_FFFF_FFFF_FFFFL),
                    Double.longBitsToDouble(0xFFF0_0000_0000_0001L),
                    Double.longBitsToDouble(0xFFFF_FFFF_FFFF_FFFFL)
                }) {
            assertThat(encode(DType.named(type), value).getLong(0))
                    .isEqualTo(Long.parseLong(pattern, 16));
        }
    }

    @ParameterizedTest
    @MethodSource("floatingTypes")
    void worksOnPartsAndTouchesNothingElse(DType type) {
        int size = ElementCodec.of(type).bytesPerElement();
        assertThat(size * Byte.SIZE).isEqualTo(type.bits());
        double[] values = {9, 1, -2, 0.5, 9};
        byte[] bytes = new byte[3 * size + 5];
        Arrays.fill(bytes, (byte) 0x55);
        MemorySegment memory = MemorySegment.ofArray(bytes);
        ElementCodec.of(type).encode(values, 1, 3, memory, 3);
        assertThat(Arrays.copyOf(bytes, 3)).containsOnly(0x55);
        assertThat(Arrays.copyOfRange(bytes, 3 + 3 * size, bytes.length)).containsOnly(0x55);
        double[] back = {7, 7, 7, 7, 7};
        ElementCodec.of(type).decode(memory, 3, back, 2, 3);
        assertThat(back).containsExactly(7, 7, 1, -2, 0.5);
    }

    @ParameterizedTest
    @MethodSource("floatingTypes")
    void refusesToGoBeyondTheMemory(DType type) {
        int size = ElementCodec.of(type).bytesPerElement();
        MemorySegment memory = MemorySegment.ofArray(new byte[2 * size]);
        assertThatThrownBy(() -> ElementCodec.of(type).decode(memory, 0, new double[3], 0, 3))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> ElementCodec.of(type).encode(new double[3], 0, 3, memory, 0))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    @ParameterizedTest
    @MethodSource("otherTypes")
    void thereIsNoneForTypesThatAreNotFloating(DType type) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ElementCodec.of(type))
                .withMessage("Expected a floating-point type, got " + type);
    }

    private static double decode(DType type, ByteBuffer bytes) {
        double[] values = new double[1];
        ElementCodec.of(type).decode(MemorySegment.ofArray(bytes.array()), 0, values, 0, 1);
        return values[0];
    }

    private static ByteBuffer encode(DType type, double value) {
        ByteBuffer bytes = littleEndian(8);
        MemorySegment memory = MemorySegment.ofArray(bytes.array());
        ElementCodec.of(type).encode(new double[] {value}, 0, 1, memory, 0);
        return bytes;
    }

    private static ByteBuffer littleEndian(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
