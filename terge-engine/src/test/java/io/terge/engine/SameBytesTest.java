package io.terge.engine;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Objects.requireNonNull;

import io.terge.api.MergeRequest;
import io.terge.engine.cost.ExecutionSettings;
import io.terge.engine.fixture.Numbers;
import io.terge.engine.fixture.SampleMethods;
import io.terge.engine.kernel.Kernels;
import io.terge.model.ModelReference;
import io.terge.spi.method.MergeMethod;
import io.terge.tensor.DType;
import io.terge.tensor.TensorArray;
import io.terge.testkit.TinyModel;

import jdk.incubator.vector.DoubleVector;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How the work is cut up changes no byte. */
class SameBytesTest {

    private static final long MEMORY = 100_000_000;

    private static final List<ExecutionSettings> SETTINGS =
            List.of(
                    new ExecutionSettings(1, MEMORY, 1, 1, 0),
                    new ExecutionSettings(2, MEMORY, 7, 200, 0),
                    new ExecutionSettings(7, MEMORY, 64, 640, 0),
                    new ExecutionSettings(2, MEMORY, 100, 3, 0),
                    new ExecutionSettings(3, MEMORY, 4096, 262_144, 0),
                    new ExecutionSettings(2, MEMORY, 1024, 1 << 20, 0),
                    ExecutionSettings.ofThisMachine().vectorBytes(0));

    private final TinyModel a = model(1);
    private final TinyModel b = model(2);
    private final TinyModel c = model(3);

    static Stream<MergeMethod> methods() {
        return SampleMethods.all();
    }

    @ParameterizedTest
    @MethodSource("methods")
    void everyMethodWritesTheSameBytesHoweverTheWorkIsCut(MergeMethod method) {
        Map<String, List<Byte>> expected = new LinkedHashMap<>();
        for (Kernels kernels : List.of(Kernels.scalar(), Kernels.fastest())) {
            for (ExecutionSettings settings : SETTINGS) {
                Map<String, TensorArray> merged = merge(method, settings, kernels);
                assertThat(merged.keySet()).containsExactlyElementsOf(a.arrays().keySet());
                merged.forEach(
                        (name, array) ->
                                assertThat(bytes(array))
                                        .as("%s, %s, %s", name, settings, kernels.describe())
                                        .isEqualTo(
                                                expected.computeIfAbsent(
                                                        name, any -> bytes(array))));
            }
        }
        assertThat(expected.get("large"))
                .as("%s does something", method.name())
                .isNotEqualTo(bytes(requireNonNull(a.arrays().get("large"))));
    }

    @Test
    void vectorAndScalarCodeAreBothTried() {
        assertThat(Kernels.scalar().isVector()).isFalse();
        // Elsewhere than on processors with long vectors there is only plain code to try.
        assertThat(Kernels.fastest().isVector())
                .isEqualTo(DoubleVector.SPECIES_PREFERRED.length() >= 4);
    }

    private Map<String, TensorArray> merge(
            MergeMethod method, ExecutionSettings settings, Kernels kernels) {
        Map<String, TensorArray> merged = new LinkedHashMap<>();
        Terge.builder()
                .plugin(method)
                .settings(settings)
                .kernels(kernels)
                .build()
                .merge(
                        MergeRequest.builder()
                                .model(a.inMemory("a"))
                                .model(b.inMemory("b"))
                                .model(c.inMemory("c"))
                                .method(method.name())
                                .weights(0.3, 0.6, 0.1)
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
                .with("large", DType.BF16, 3, 50_001)
                .with("f16", DType.F16, 127)
                .with("f8", DType.F8_E4M3, 65)
                .with("scalar", DType.F32)
                .with("none", DType.F32, 3, 0)
                .with("ids", DType.I64, 99)
                .with("packed", DType.F4, 34);
    }
}
