package io.terge.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

import java.util.List;

class DTypeTest {

    @Test
    void aKnownTypeIsFoundByItsName() {
        assertThat(DType.known()).doesNotHaveDuplicates().hasSize(22);
        assertThat(DType.known())
                .allSatisfy(type -> assertThat(DType.named(type.name())).isSameAs(type));
    }

    @Test
    void theTypesOfTheSafetensorsFormatAreKnown() {
        for (String name :
                List.of(
                        "F4",
                        "F6_E2M3",
                        "F6_E3M2",
                        "F8_E8M0",
                        "F8_E4M3FNUZ",
                        "F8_E5M2FNUZ",
                        "C64")) {
            assertThat(DType.named(name).hasKnownSize()).as(name).isTrue();
            assertThat(DType.named(name).isFloating()).as(name).isFalse();
        }
        assertThat(DType.named("F8_E4M3FNUZ").bits()).isEqualTo(8);
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
