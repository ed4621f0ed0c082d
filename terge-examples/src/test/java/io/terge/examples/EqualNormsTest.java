package io.terge.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.engine.Terge;
import io.terge.model.ModelReference;
import io.terge.spi.method.MergeMethod;
import io.terge.tensor.TensorArray;
import io.terge.testkit.MergeMethodContract;

import org.junit.jupiter.api.Test;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

class EqualNormsTest extends MergeMethodContract {

    @Override
    protected MergeMethod method() {
        return new EqualNorms();
    }

    @Test
    void aLongModelCountsNoMoreThanAShortOne() {
        // Norms 5 and 10; both are scaled to 7.5: (4.5, 6) and (-6, 4.5).
        Map<String, TensorArray> shorter = Map.of("w", TensorArray.of(new double[] {3, 4}));
        Map<String, TensorArray> longer = Map.of("w", TensorArray.of(new double[] {-8, 6}));
        Map<String, TensorArray> merged = new LinkedHashMap<>();
        Terge.merge(shorter, longer)
                .with(request -> request.method("equal-norms"))
                .to(ModelReference.of(merged, "merged"));
        assertThat(Objects.requireNonNull(merged.get("w")).toDoubles())
                .containsExactly(-0.75, 5.25);
    }
}
