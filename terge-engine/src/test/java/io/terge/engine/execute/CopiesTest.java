package io.terge.engine.execute;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.engine.Terge;
import io.terge.engine.fixture.Numbers;
import io.terge.tensor.DType;
import io.terge.tensor.Shape;
import io.terge.tensor.TensorArray;
import io.terge.testkit.TinyModel;

import org.junit.jupiter.api.Test;

import java.lang.foreign.MemorySegment;
import java.util.Map;
import java.util.Objects;

/** What is not merged comes back bit for bit. */
class CopiesTest {

    @Test
    void keepEveryBitOfEveryType() {
        TinyModel base = TinyModel.seeded(1);
        for (DType dtype : DType.known()) {
            base = base.with("p." + dtype, dtype, 4, 1000);
        }
        Map<String, TensorArray> merged = merge(base.arrays(), Map.of());
        assertThat(merged.keySet()).containsExactlyElementsOf(base.arrays().keySet());
        base.arrays()
                .forEach(
                        (name, array) ->
                                assertThat(Numbers.bytes(find(merged, name)))
                                        .as(name)
                                        .isEqualTo(Numbers.bytes(array)));
    }

    @Test
    void keepThePayloadOfNaNs() {
        int[] odd = {0x7F80_0001, 0xFFC1_2345, 0x7FFF_FFFF, 0x8000_0000, 0x0000_0001};
        TensorArray array =
                new TensorArray(DType.F32, Shape.of(odd.length), MemorySegment.ofArray(odd));
        Map<String, TensorArray> merged = merge(Map.of("w", array), Map.of());
        assertThat(Numbers.bytes(find(merged, "w"))).isEqualTo(Numbers.bytes(array));
    }

    @Test
    void keepTypesThatNobodyKnows() {
        DType unknown = DType.named("F3_MADE_UP");
        byte[] bytes = {1, 2, 3, 4, 5, 6, 7};
        TensorArray array = new TensorArray(unknown, Shape.of(19), MemorySegment.ofArray(bytes));
        Map<String, TensorArray> models = Map.of("w", array);
        TensorArray merged = find(merge(models, models), "w");
        assertThat(merged.dtype()).isEqualTo(unknown);
        assertThat(Numbers.bytes(merged)).isEqualTo(bytes);
    }

    @Test
    void takeAnotherTypeWhereItIsAskedFor() {
        Map<String, TensorArray> base =
                Map.of(
                        "w", TensorArray.of(new float[] {1.00390625f, 2, -3}),
                        "n", TensorArray.zeros(DType.I64, Shape.of(2)));
        Map<String, TensorArray> merged =
                Terge.merge(base).with(request -> request.dtype(DType.BF16)).toArrays();
        assertThat(find(merged, "w").dtype()).isEqualTo(DType.BF16);
        assertThat(find(merged, "w").toDoubles()).containsExactly(1, 2, -3);
        assertThat(find(merged, "n").dtype()).isEqualTo(DType.I64);
    }

    @Test
    void andMergesTakeTensorsWithoutElementsAndScalars() {
        Map<String, TensorArray> a =
                Map.of(
                        "none", TensorArray.of(new float[0], 3, 0),
                        "scalar", scalar(1));
        Map<String, TensorArray> b =
                Map.of(
                        "none", TensorArray.of(new float[0], 3, 0),
                        "scalar", scalar(4));
        Map<String, TensorArray> merged = merge(a, b);
        assertThat(find(merged, "none").shape()).isEqualTo(Shape.of(3, 0));
        assertThat(find(merged, "scalar").toDoubles()).containsExactly(2.5);
    }

    private static Map<String, TensorArray> merge(
            Map<String, TensorArray> base, Map<String, TensorArray> other) {
        return Terge.merge(base, other).toArrays();
    }

    private static TensorArray scalar(float value) {
        MemorySegment memory = MemorySegment.ofArray(new float[] {value});
        return new TensorArray(DType.F32, Shape.of(), memory);
    }

    private static TensorArray find(Map<String, TensorArray> merged, String name) {
        return Objects.requireNonNull(merged.get(name), name);
    }
}
