package io.terge.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ParameterSpecTest {

    @Test
    void theSizeFollowsFromTypeAndShape() {
        assertThat(ParameterSpec.of("a", DType.BF16, Shape.of(3, 5)).byteSize()).isEqualTo(30);
        assertThat(ParameterSpec.of("a", DType.F64, Shape.of()).byteSize()).isEqualTo(8);
        assertThat(ParameterSpec.of("a", DType.F4, Shape.of(3, 2)).byteSize()).isEqualTo(3);
        assertThat(ParameterSpec.of("a", DType.I8, Shape.of(0, 7)).byteSize()).isZero();
    }

    @Test
    void aSizeThatDisagreesIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ParameterSpec("a.b", DType.F32, Shape.of(2), 7))
                .withMessage("'a.b' is F32 [2]: expected 8 bytes, got 7");
    }

    @Test
    void anUnknownTypeHasTheSizeThatIsGiven() {
        DType unknown = DType.named("F3_X");
        assertThat(new ParameterSpec("a", unknown, Shape.of(2), 7).byteSize()).isEqualTo(7);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ParameterSpec.of("a", unknown, Shape.of(2)))
                .withMessage("The size of type F3_X is unknown; specify the size in bytes");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ParameterSpec("a", unknown, Shape.of(2), -1))
                .withMessage("'a' must not have a negative size, but has -1");
    }

    @Test
    void packedElementsHaveToFillWholeBytes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ParameterSpec.of("a", DType.F6_E2M3, Shape.of(3)))
                .withMessage("'a' is F6_E2M3 [3], which does not fill whole bytes");
    }

    @Test
    void aSizeBeyondALongIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ParameterSpec.of("a", DType.F32, Shape.of(1L << 62)))
                .withMessage("'a' is F32 [4611686018427387904], whose size exceeds 64 bits");
    }

    @Test
    void aSizeThatALongHoldsIsAllowedAlthoughItsBitsAreNotCountedInOne() {
        long elements = 1L << 60;
        assertThat(ParameterSpec.of("a", DType.F32, Shape.of(elements)).byteSize())
                .isEqualTo(4 * elements);
    }

    @Test
    void asAnotherTypeItHasTheSameNameAndShape() {
        ParameterSpec spec = ParameterSpec.of("a", DType.F32, Shape.of(2, 3));
        assertThat(spec.as(DType.F16)).isEqualTo(ParameterSpec.of("a", DType.F16, Shape.of(2, 3)));
        assertThat(spec.as(DType.F32)).isSameAs(spec);
        assertThat(spec).hasToString("a F32 [2, 3]");
    }
}
