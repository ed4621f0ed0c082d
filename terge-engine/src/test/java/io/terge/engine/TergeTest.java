package io.terge.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.terge.api.MergePlan;
import io.terge.api.MergeReport;
import io.terge.engine.fixture.Golden;
import io.terge.error.TergeException;
import io.terge.json.LineageJson;
import io.terge.model.ModelReference;
import io.terge.tensor.DType;
import io.terge.tensor.TensorArray;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

class TergeTest {

    private final Map<String, TensorArray> a = model(1, 10);
    private final Map<String, TensorArray> b = model(2, 20);
    private final Map<String, TensorArray> c = model(6, 60);

    @Test
    void mergesInOneLine() {
        Map<String, TensorArray> merged = Terge.merge(a, b, c).toArrays();
        assertThat(numbers(merged, "w")).containsExactly(3);
        assertThat(numbers(merged, "b")).containsExactly(30);
        assertThat(numbers(a, "w")).containsExactly(1);
    }

    @Test
    void takesWeightsAndFilters() {
        Map<String, TensorArray> merged =
                Terge.merge(a, b, c).weights(2, 1, 1).include("glob:*").exclude("b").toArrays();
        assertThat(numbers(merged, "w")).containsExactly(2.5);
        assertThat(numbers(merged, "b")).containsExactly(10);
    }

    @Test
    void takesTypesBySelector() {
        Map<String, TensorArray> merged =
                Terge.merge(a, b).dtype("b", DType.F64).dtype(DType.BF16).toArrays();
        assertThat(Objects.requireNonNull(merged.get("w")).dtype()).isEqualTo(DType.BF16);
        assertThat(Objects.requireNonNull(merged.get("b")).dtype()).isEqualTo(DType.F64);
    }

    @Test
    void saysMoreWithoutChangingTheCallItself() {
        MergeCall call = Terge.merge(a, b);
        MergeCall other = call.with(request -> request.base(1)).exclude("w");
        assertThat(numbers(other.toArrays(), "w")).containsExactly(2);
        assertThat(numbers(call.toArrays(), "w")).containsExactly(1.5);
    }

    @Test
    void plansWithoutAnOutput() {
        MergePlan plan = Terge.merge(a).plan();
        assertThat(plan.output()).isEmpty();
        assertThat(plan.merged()).isEmpty();
        assertThat(plan.warnings()).hasSize(1);
    }

    @Test
    void reportsWhatItDid() throws IOException {
        Map<String, TensorArray> out = new LinkedHashMap<>();
        MergeReport report =
                Terge.merge(a, b).weights(1, 3).exclude("b").to(ModelReference.of(out, "out"));
        assertThat(report.output().describe()).isEqualTo("out");
        assertThat(report.copied()).isEqualTo(1);
        assertThat(report.bytesRead()).isEqualTo(3 * 4);
        assertThat(report.bytesWritten()).isEqualTo(2 * 4);
        assertThat(report.elapsed()).isPositive();
        assertThat(report.merged()).isEqualTo(1);
        assertThat(report.bytesPerSecond()).isPositive();
        assertThat(report.peakMemory().isPresent())
                .isEqualTo(Files.exists(Path.of("/proc/self/status")));
        assertThat(report.peakMemory().orElse(1 << 24)).isBetween(1L << 24, 1L << 40);
        assertThat(report.warnings()).isEmpty();
        StringWriter json = new StringWriter();
        LineageJson.write(report.lineage(), json);
        String text =
                json.toString()
                        .replace(Terge.version(), "VERSION")
                        .replaceAll("\"version\": \"[^\"]*\"", "\"version\": \"VERSION\"")
                        .replaceAll("\"origin\": \"[^\"]*\"", "\"origin\": \"ORIGIN\"");
        Golden.check("lineage-of-a-merge", text.stripTrailing());
    }

    @Test
    void mergesModelsOfAnyKinds(@TempDir Path folder) {
        MergePlan plan = Terge.merge(a, ModelReference.of(b, "live")).plan();
        assertThat(plan.models())
                .extracting(model -> model.reference().describe())
                .containsExactly("memory[0]", "live");
        MergeCall ofAPath = Terge.merge(a, folder.resolve("none.safetensors"));
        assertThatExceptionOfType(TergeException.class)
                .isThrownBy(ofAPath::plan)
                .withMessageContaining("none.safetensors");
        MergeCall ofALocation = Terge.merge("none.safetensors", a);
        assertThatExceptionOfType(TergeException.class)
                .isThrownBy(ofALocation::plan)
                .withMessageContaining("none.safetensors");
        MergeCall ofNothing = Terge.merge(a, new Object());
        assertThatExceptionOfType(TergeException.class)
                .isThrownBy(ofNothing::plan)
                .withMessageContaining("No adapter claims memory[1]");
    }

    @Test
    void mergesIntoAModelThatHasParameters() {
        assertThat(Terge.merge(a, b).into(c).output().describe()).isEqualTo("memory");
        assertThat(numbers(c, "w")).containsExactly(1.5);
        assertThat(numbers(a, "w")).containsExactly(1);
    }

    @Test
    void knowsItsVersion() {
        assertThat(Terge.version()).matches("\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
    }

    @Test
    void describesAModel() {
        var description = Terge.create().inspect(ModelReference.of(a, "a"));
        assertThat(description.adapter()).isEqualTo("arrays");
        assertThat(description.parameters()).hasToString("[w F32 [1], b F32 [1]]");
        assertThat(description.byteSize()).isEqualTo(8);
    }

    private static double[] numbers(Map<String, TensorArray> model, String name) {
        return Objects.requireNonNull(model.get(name), name).toDoubles();
    }

    private static Map<String, TensorArray> model(float w, float b) {
        Map<String, TensorArray> model = new LinkedHashMap<>();
        model.put("w", TensorArray.of(new float[] {w}));
        model.put("b", TensorArray.of(new float[] {b}));
        return model;
    }
}
