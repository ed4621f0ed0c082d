package io.terge.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terge.api.MergePlan;
import io.terge.api.MergeRequest;
import io.terge.engine.Terge;
import io.terge.error.TergeException;
import io.terge.model.ModelReference;
import io.terge.tensor.TensorArray;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.HashMap;
import java.util.Map;

/** The plan of a method with singular values counts the arrays of the decomposition. */
class DecompositionMemoryTest {

    private static final int SIZE = 512;
    private static final long ARRAY = 8L * SIZE * SIZE;

    @ParameterizedTest
    @CsvSource({"tsv_m, 6", "iso_c, 5", "iso_cts, 6", "star, 4", "subspace_boosting, 5"})
    void isPlannedAndRefusedBeyondTheLimit(String method, int arrays) {
        // Two models, the base and the output, and what the decomposition needs.
        long least = (4 + arrays) * ARRAY;
        long planned = plan(method, Long.MAX_VALUE).memoryBytes();
        assertThat(planned).isBetween(least, least + 3 * ARRAY);
        assertThatThrownBy(() -> plan(method, least - 1))
                .isInstanceOf(TergeException.class)
                .hasMessageContaining("NOT_ENOUGH_MEMORY")
                .hasMessageContaining("largest parameter: w");
    }

    private MergePlan plan(String method, long limit) {
        return Terge.builder()
                .threads(1)
                .maxMemory(limit)
                .build()
                .plan(
                        MergeRequest.builder()
                                .model(model("a"))
                                .model(model("b"))
                                .base(model("base"))
                                .method(method)
                                .build());
    }

    private static ModelReference model(String name) {
        Map<String, TensorArray> parameters = new HashMap<>();
        parameters.put("w", TensorArray.of(new float[SIZE * SIZE], SIZE, SIZE));
        return ModelReference.of(parameters, name);
    }
}
