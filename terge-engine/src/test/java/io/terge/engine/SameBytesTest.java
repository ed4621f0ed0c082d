package io.terge.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.api.MergeRequest;
import io.terge.engine.execute.ExecutionSettings;
import io.terge.engine.fixture.Numbers;
import io.terge.model.ModelReference;
import io.terge.spi.ElementwiseMethod;
import io.terge.tensor.DType;
import io.terge.tensor.TensorArray;
import io.terge.testkit.TinyModel;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How the work is cut up changes no byte. */
class SameBytesTest {

    private static final List<ExecutionSettings> SETTINGS =
            List.of(
                    new ExecutionSettings(1, 1, 1),
                    new ExecutionSettings(2, 7, 20),
                    new ExecutionSettings(7, 64, 64),
                    new ExecutionSettings(2, 100, 3),
                    new ExecutionSettings(3, 4096, 262_144),
                    ExecutionSettings.of(2));

    private final TinyModel a = model(1);
    private final TinyModel b = model(2);

    @Test
    void ofALinearMethod() {
        check("arithmetic");
    }

    @Test
    void ofAMethodThatWorksOnBlocks() {
        check("most");
    }

    private void check(String method) {
        Map<String, List<Byte>> expected = new LinkedHashMap<>();
        for (ExecutionSettings settings : SETTINGS) {
            Map<String, TensorArray> merged = merge(method, settings);
            assertThat(merged.keySet()).containsExactlyElementsOf(a.arrays().keySet());
            merged.forEach(
                    (name, array) ->
                            assertThat(bytes(array))
                                    .as("%s with %s", name, settings)
                                    .isEqualTo(
                                            expected.computeIfAbsent(name, any -> bytes(array))));
        }
    }

    private Map<String, TensorArray> merge(String method, ExecutionSettings settings) {
        Map<String, TensorArray> merged = new LinkedHashMap<>();
        Terge.builder()
                .plugin(
                        new ElementwiseMethod(
                                "most", (values, weights) -> Math.max(values[0], values[1])))
                .settings(settings)
                .build()
                .merge(
                        MergeRequest.builder()
                                .model(a.inMemory("a"))
                                .model(b.inMemory("b"))
                                .method(method)
                                .weights(0.3, 0.7)
                                .to(ModelReference.of(merged, "merged"))
                                .build());
        return merged;
    }

    private static List<Byte> bytes(TensorArray array) {
        List<Byte> bytes = new ArrayList<>();
        for (byte each : Numbers.bytes(array)) {
            bytes.add(each);
        }
        return bytes;
    }

    private static TinyModel model(long seed) {
        return TinyModel.seeded(seed)
                .with("f64", DType.F64, 301)
                .with("f32", DType.F32, 17, 19)
                .with("bf16", DType.BF16, 1000)
                .with("f16", DType.F16, 127)
                .with("f8", DType.F8_E4M3, 65)
                .with("scalar", DType.F32)
                .with("none", DType.F32, 3, 0)
                .with("ids", DType.I64, 99)
                .with("packed", DType.F4, 34);
    }
}
