package io.terge.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ShapeTest {

    @Test
    void theNumberOfElementsIsTheProduct() {
        assertThat(Shape.of(2, 3, 4).elements()).isEqualTo(24);
        assertThat(Shape.of(2, 3, 4).rank()).isEqualTo(3);
        assertThat(Shape.of(2, 3, 4).dimension(2)).isEqualTo(4);
        assertThat(Shape.of(2, 3, 4).dimensions()).containsExactly(2L, 3L, 4L);
    }

    @Test
    void aScalarHasOneElement() {
        assertThat(Shape.of().elements()).isOne();
        assertThat(Shape.of().rank()).isZero();
        assertThat(Shape.of()).hasToString("[]");
    }

    @Test
    void aZeroMakesItEmptyWhateverTheOthersAre() {
        assertThat(Shape.of(Long.MAX_VALUE, Long.MAX_VALUE, 0).elements()).isZero();
        assertThat(Shape.of(0, Long.MAX_VALUE, 2).elements()).isZero();
    }

    @Test
    void asManyElementsAsALongHoldsAreAllowed() {
        assertThat(Shape.of(1L << 31, (1L << 32) - 1).elements())
                .isEqualTo((1L << 31) * ((1L << 32) - 1));
        assertThat(Shape.of(Long.MAX_VALUE, 1).elements()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void moreElementsThanALongHoldsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Shape.of(1L << 32, 1L << 31))
                .withMessage("The number of elements exceeds 64 bits: [4294967296, 2147483648]");
    }

    @Test
    void aNegativeDimensionIsRefusedEvenBesideAZero() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Shape.of(0, -1))
                .withMessage("A dimension must not be negative: [0, -1]");
    }

    @Test
    void isAValueThatCannotBeChangedFromOutside() {
        long[] dimensions = {2, 3};
        Shape shape = Shape.of(dimensions);
        dimensions[0] = 9;
        assertThat(shape).isEqualTo(Shape.of(2, 3)).hasSameHashCodeAs(Shape.of(2, 3));
        assertThat(shape).isNotEqualTo(Shape.of(3, 2)).isNotEqualTo(Shape.of(6));
    }
}
