package io.terge.benchmarks.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LlamaShapeTest {

    @Test
    void theDefaultHasTheParametersOfTinyLlama() {
        assertThat(LlamaShape.ofBillions(1.1).parameterCount()).isEqualTo(1_100_048_384L);
        assertThat(LlamaShape.ofBillions(1.1).parameters()).hasSize(201);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.005, 0.02, 0.1, 0.3, 1, 1.1, 3, 7})
    void thereAreAboutAsManyParametersAsAskedFor(double billions) {
        LlamaShape shape = LlamaShape.ofBillions(billions);
        assertThat(shape.parameterCount() / 1e9).isBetween(billions * 0.95, billions * 1.05);
        assertThat(
                        shape.parameters().values().stream()
                                .mapToLong(sizes -> sizes.stream().reduce(1L, (a, b) -> a * b))
                                .sum())
                .isEqualTo(shape.parameterCount());
    }
}
