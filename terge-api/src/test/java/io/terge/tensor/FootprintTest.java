package io.terge.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class FootprintTest {

    @Test
    void aStoredTensorTakesWhatItsHeaderSays() {
        Footprint bf16 = Footprint.stored(ParameterSpec.of("w", DType.BF16, Shape.of(3, 5)));
        assertThat(bf16).isEqualTo(Footprint.of(30, 2, 0));
        Footprint f64 = Footprint.stored(ParameterSpec.of("w", DType.F64, Shape.of()));
        assertThat(f64).isEqualTo(Footprint.of(8, 8, 0));
    }

    @Test
    void elementsOfLessThanAByteTakeAByteOfScratch() {
        Footprint f4 = Footprint.stored(ParameterSpec.of("w", DType.F4, Shape.of(4)));
        assertThat(f4).isEqualTo(Footprint.of(2, 1, 0));
    }

    @Test
    void aComputedOneSaysWhatIsBehindIt() {
        Footprint lora = Footprint.of(100, 4, 1 << 20);
        assertThat(lora.bytesRead()).isEqualTo(100);
        assertThat(lora.scratchPerElement()).isEqualTo(4);
        assertThat(lora.scratchPerChunk()).isEqualTo(1 << 20);
        assertThat(lora).isNotEqualTo(Footprint.of(100, 4, 0));
        assertThat(lora).hasSameHashCodeAs(Footprint.of(100, 4, 1 << 20));
    }

    @Test
    void mayHoldMemoryOnce() {
        Footprint held = Footprint.of(100, 4, 8).withHeld(1000);
        assertThat(held.held()).isEqualTo(1000);
        assertThat(held.scratchPerChunk()).isEqualTo(8);
        assertThat(held).isNotEqualTo(Footprint.of(100, 4, 8));
        assertThat(held).isEqualTo(Footprint.of(100, 4, 8).withHeld(1000));
        assertThat(held).hasToString("100 bytes read, 4 + 8 of scratch, 1000 held");
    }

    @Test
    void isNotNegative() {
        assertThatIllegalArgumentException().isThrownBy(() -> Footprint.of(-1, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> Footprint.of(0, -1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> Footprint.of(0, 0, -1));
        Footprint none = Footprint.of(0, 0, 0);
        assertThatIllegalArgumentException().isThrownBy(() -> none.withHeld(-1));
    }
}
