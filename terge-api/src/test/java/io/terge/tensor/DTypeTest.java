package io.terge.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class DTypeTest {

    @Test
    void aKnownTypeIsFoundByItsName() {
        assertThat(DType.known()).doesNotHaveDuplicates().hasSize(20);
        assertThat(DType.known())
                .allSatisfy(type -> assertThat(DType.named(type.name())).isSameAs(type));
    }

    @Test
    void anUnknownTypeIsCarriedThroughAsItIs() {
        DType unknown = DType.named("MX9");
        assertThat(unknown.kind()).isEqualTo(DType.Kind.OPAQUE);
        assertThat(unknown.hasKnownSize()).isFalse();
        assertThat(unknown.isFloating()).isFalse();
        assertThat(unknown).isEqualTo(DType.named("MX9")).hasToString("MX9");
    }

    @Test
    void namesAreInCapitals() {
        assertThat(DType.named("bf16").isFloating()).isFalse();
    }

    @Test
    void onlyRealNumbersAreFloating() {
        assertThat(DType.known())
                .filteredOn(DType::isFloating)
                .containsExactly(
                        DType.F64, DType.F32, DType.F16, DType.BF16, DType.F8_E4M3, DType.F8_E5M2);
    }

    @Test
    void noOtherFloatingTypeCanBeMade() {
        assertThat(DType.class.getConstructors()).isEmpty();
        assertThat(DType.named("F4_E2M1FN").isFloating()).isFalse();
        assertThat(DType.named("F64 ").isFloating()).isFalse();
    }

    @Test
    void aTypeNeedsAName() {
        assertThatIllegalArgumentException().isThrownBy(() -> DType.named(""));
    }
}
