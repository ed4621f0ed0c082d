package io.terge.benchmarks.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WeightTypeTest {

    @Test
    void aNumberBetweenTwoIsRoundedToTheNearer() {
        assertThat(WeightType.BF16.nearestBits(1 + 0x1p-8 + 0x1p-40)).isEqualTo(0x3F81);
        assertThat(WeightType.BF16.nearestBits(1 + 0x1p-8 - 0x1p-40)).isEqualTo(0x3F80);
        assertThat(WeightType.F16.nearestBits(-1 - 0x1p-11 - 0x1p-40)).isEqualTo(0xBC01);
        assertThat(WeightType.F32.nearestBits(1 + 0x1p-24 + 0x1p-50)).isEqualTo(0x3F800001);
    }

    @Test
    void aTieIsRoundedToTheEven() {
        assertThat(WeightType.BF16.nearestBits(1 + 0x1p-8)).isEqualTo(0x3F80);
        assertThat(WeightType.BF16.nearestBits(1 + 3 * 0x1p-8)).isEqualTo(0x3F82);
        assertThat(WeightType.F16.nearestBits(1 + 3 * 0x1p-11)).isEqualTo(0x3C02);
        assertThat(WeightType.F32.nearestBits(-1 - 3 * 0x1p-24)).isEqualTo(0xBF800002);
    }
}
