package io.terge.djl.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.tensor.DType;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Shape;

import org.junit.jupiter.api.Test;

import java.util.List;

class StagedBytesTest {

    @Test
    void hasMemoryForEachParameter() {
        ParameterSpec spec = ParameterSpec.of("w", DType.F32, Shape.of(3));
        try (StagedBytes staged = new StagedBytes(List.of(spec), List.of())) {
            assertThat(staged.of("w").byteSize()).isEqualTo(12);
            assertThatIllegalArgumentException().isThrownBy(() -> staged.of("v"));
        }
    }

    @Test
    void saysHowMuchMemoryIsMissing() {
        ParameterSpec spec = ParameterSpec.of("w", DType.U8, Shape.of(1L << 60));
        assertThatExceptionOfType(TergeException.class)
                .isThrownBy(() -> new StagedBytes(List.of(spec), List.of()).close())
                .withMessageContaining("1152921504606846976 bytes of native memory")
                .matches(refusal -> refusal.code() == TergeCode.NOT_ENOUGH_MEMORY);
    }
}
