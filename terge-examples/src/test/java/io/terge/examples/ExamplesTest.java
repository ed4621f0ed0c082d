package io.terge.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import static java.util.Objects.requireNonNull;

import io.terge.api.Lineage;
import io.terge.api.Lineage.Contribution;
import io.terge.api.MergeReport;
import io.terge.examples.conformance.RawTensor;
import io.terge.json.LineageJson;
import io.terge.tensor.TensorArray;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

class ExamplesTest {

    private static final String WEIGHT = "encoder.layer.1.weight";
    private static final String HEAD = "head.weight";

    private final Map<String, TensorArray> one = SampleModels.arrays(1);
    private final Map<String, TensorArray> two = SampleModels.arrays(2);
    private final Map<String, TensorArray> three = SampleModels.arrays(3);

    @TempDir private Path folder;

    @Test
    void quickstartMergesFilesByWeights() throws IOException {
        Quickstart.main(new String[] {folder.toString()});
        Map<String, RawTensor> merged = RawTensor.read(folder.resolve("merged.safetensors"));
        assertThat(values(merged, WEIGHT))
                .containsExactly(
                        each(
                                i ->
                                        (3 * at(one, WEIGHT, i)
                                                        + 2 * at(two, WEIGHT, i)
                                                        + at(three, WEIGHT, i))
                                                / 6),
                        within(1e-6));
        assertThat(values(merged, HEAD)).containsExactly(array(one, HEAD));
    }

    @Test
    void quickstartMergesArraysInMemory() {
        double[] merged = array(Quickstart.mergeArrays(), WEIGHT);
        assertThat(merged)
                .containsExactly(
                        each(i -> (float) ((at(one, WEIGHT, i) + at(two, WEIGHT, i)) / 2)));
    }

    @Test
    void weightsAreOfTheFirstRuleThatMatches() throws IOException {
        PerParameterWeights.main(new String[] {folder.toString()});
        assertThat(folder.resolve("merged.safetensors")).exists();
        Lineage lineage = PerParameterWeights.merge(Files.createDirectory(again())).lineage();
        assertThat(shares(lineage, "encoder.layer.0.bias")).containsExactly(1.0, 0.0);
        assertThat(shares(lineage, "encoder.layer.0.weight")).containsExactly(0.75, 0.25);
        assertThat(shares(lineage, "encoder.layer.1.weight")).containsExactly(0.5, 0.5);
        assertThat(shares(lineage, HEAD)).containsExactly(0.5, 0.5);
    }

    @Test
    void anInstalledMethodTakesTheValueFarthestFromZero() {
        CustomMethod.main(new String[0]);
        double[] merged = array(CustomMethod.mergeByInstalled(), WEIGHT);
        for (int i = 0; i < merged.length; i++) {
            List<Double> values =
                    List.of(at(one, WEIGHT, i), at(two, WEIGHT, i), at(three, WEIGHT, i));
            double value = merged[i];
            assertThat(values).contains(value);
            assertThat(values)
                    .allSatisfy(
                            other ->
                                    assertThat(Math.abs(other))
                                            .isLessThanOrEqualTo(Math.abs(value)));
        }
    }

    @Test
    void aGivenMethodTakesTheValueInTheMiddle() {
        double[] merged = array(CustomMethod.mergeByGiven(), WEIGHT);
        for (int i = 0; i < merged.length; i++) {
            double[] values = {at(one, WEIGHT, i), at(two, WEIGHT, i), at(three, WEIGHT, i)};
            Arrays.sort(values);
            assertThat(merged[i]).isEqualTo(values[1]);
        }
    }

    @Test
    void aCustomMethodIsAtMostFifteenLinesAndOneToRegisterIt() throws IOException {
        Path source = Path.of("src/main/java/io/terge/examples/MaxMagnitude.java");
        assertThat(Files.readAllLines(source))
                .filteredOn(line -> !line.isBlank())
                .hasSizeLessThan(16);
        Path services = Path.of("src/main/resources/META-INF/services");
        assertThat(Files.readAllLines(services.resolve("io.terge.spi.method.MergeMethod")))
                .filteredOn(line -> line.contains("MaxMagnitude"))
                .containsExactly(MaxMagnitude.class.getName());
    }

    @Test
    void aCustomSelectorMeansLayers() throws IOException {
        CustomSelector.main(new String[] {folder.toString()});
        MergeReport report = CustomSelector.merge(Files.createDirectory(again()));
        assertThat(report.lineage().parameters())
                .containsOnlyKeys("encoder.layer.1.weight", "encoder.layer.1.bias");
    }

    @Test
    void anApplicationHasTheMergerInjected() throws IOException {
        GuiceApplication.main(new String[] {folder.toString()});
        assertThat(RawTensor.read(folder.resolve("soup.safetensors")))
                .containsOnlyKeys(one.keySet());
    }

    @Test
    void aLineageIsReadAsItWasWritten() throws IOException {
        LineageReading.main(new String[] {folder.toString()});
        Path file = folder.resolve("merged.lineage.json");
        assertThat(shares(LineageJson.read(file), HEAD)).containsExactly(0.75, 0.25);
        assertThat(LineageReading.describe(file))
                .contains("head.weight = arithmetic 0.75 of model 0 0.25 of model 1");
    }

    private Path again() {
        return folder.resolve("again");
    }

    private static double[] values(Map<String, RawTensor> model, String name) {
        return requireNonNull(model.get(name)).values();
    }

    private static double[] array(Map<String, TensorArray> model, String name) {
        return requireNonNull(model.get(name)).toDoubles();
    }

    private static double at(Map<String, TensorArray> model, String name, int index) {
        return array(model, name)[index];
    }

    private static double[] each(IntToDoubleFunction element) {
        return IntStream.range(0, 64).mapToDouble(element).toArray();
    }

    private static List<Double> shares(Lineage lineage, String parameter) {
        return requireNonNull(lineage.parameters().get(parameter)).contributions().stream()
                .map(Contribution::weight)
                .toList();
    }
}
