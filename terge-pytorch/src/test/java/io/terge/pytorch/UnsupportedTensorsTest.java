package io.terge.pytorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terge.error.TergeException;
import io.terge.pytorch.problem.TorchCode;
import io.terge.spi.format.ModelSource;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;

/** Tensors of other kinds are rejected by name, and only where they are parameters. */
class UnsupportedTensorsTest {

    @ParameterizedTest
    @CsvSource({
        "meta, weight, is on the meta device and has no data",
        "sparse, coo, is sparse",
        "sparse_csr, csr, is sparse",
        "quantized, packed, is quantised",
        "quantized_legacy, packed, is quantised",
        "conjugated, weight, has metadata by which it may be another view",
        "negated, weight, has metadata by which it may be another view",
    })
    void eachIsNamed(String file, String name, String what) {
        assertThatThrownBy(() -> new Checkpoint(file).open())
                .isInstanceOfSatisfying(
                        TergeException.class,
                        failure ->
                                assertThat(failure.code())
                                        .isEqualTo(TorchCode.TORCH_TENSOR_UNSUPPORTED))
                .hasMessageContaining("the tensor '%s' %s".formatted(name, what));
    }

    @ParameterizedTest
    @ValueSource(strings = {"unsupported_beside", "unsupported_beside_legacy"})
    void thoseBesideTheStateDictDoNotMatter(String name) throws IOException {
        Checkpoint checkpoint = new Checkpoint(name);
        try (ModelSource source = checkpoint.open()) {
            assertThat(Expected.allOf(source)).isEqualTo(checkpoint.expected());
        }
    }

    @Test
    void aTensorAloneIsNotAStateDict() {
        assertThatThrownBy(() -> new Checkpoint("tensor").open())
                .isInstanceOf(TergeException.class)
                .hasMessageContaining("contains a tensor, not a state dict");
    }
}
