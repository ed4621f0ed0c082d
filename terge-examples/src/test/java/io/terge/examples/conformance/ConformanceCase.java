package io.terge.examples.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import static java.util.Objects.requireNonNull;

import io.terge.api.Lineage;
import io.terge.api.MergeRequest;
import io.terge.error.ErrorCode;
import io.terge.error.TergeCode;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One merge of the original.
 *
 * @param directory where its files are
 */
public record ConformanceCase(Path directory) {

    private static final Map<String, ErrorCode> CODES =
            Map.of(
                    "ParameterModelWeightsSumToZeroError", TergeCode.WEIGHTS_SUM_TO_ZERO,
                    "NoMergeMethodFoundForParameterError", TergeCode.NO_METHOD_FOR_PARAMETER,
                    "NoParametersToMergeWarning", TergeCode.NO_PARAMETERS_TO_MERGE);

    private static final Map<String, Double> TOLERANCES =
            Map.of("F64", 1e-12, "F32", 3e-6, "F16", 4e-3, "BF16", 4e-2);

    /** All cases, in the order of their names. */
    public static List<ConformanceCase> all() throws IOException, URISyntaxException {
        Path root =
                Path.of(
                        requireNonNull(ConformanceCase.class.getResource("/conformance/terge"))
                                .toURI());
        try (Stream<Path> directories = Files.list(root)) {
            return directories.sorted().map(ConformanceCase::new).toList();
        }
    }

    /** What is to be merged. */
    public MergeRequest request(Path out) {
        return recipe().request(out);
    }

    /** What is to be merged, on the command line. */
    public List<String> arguments(Path out) {
        return recipe().arguments(out);
    }

    /** The code of the failure, if the merge is to fail. */
    public Optional<ErrorCode> error() {
        return code("error");
    }

    /** The code of the warning, if the merge is to warn. */
    public Optional<ErrorCode> warning() {
        return code("warning");
    }

    /** Compares the merged parameters with the original's. */
    public void checkOutput(Path out) throws IOException {
        Map<String, RawTensor> expected = RawTensor.read(directory.resolve("expected.safetensors"));
        Map<String, RawTensor> base = RawTensor.read(recipe().base());
        Map<String, RawTensor> actual = RawTensor.read(out);
        assertThat(actual).containsOnlyKeys(base.keySet());
        assertThat(expected).containsOnlyKeys(base.keySet());
        actual.forEach(
                (name, tensor) -> {
                    RawTensor wanted = requireNonNull(expected.get(name));
                    RawTensor original = requireNonNull(base.get(name));
                    assertThat(tensor.dtype()).as(name).isEqualTo(original.dtype());
                    assertThat(tensor.shape()).as(name).isEqualTo(wanted.shape());
                    if (lineage().has(name)) {
                        checkValues(name, wanted, tensor);
                    } else {
                        assertThat(tensor.bytes())
                                .as(name)
                                .isEqualTo(wanted.bytes())
                                .isEqualTo(original.bytes());
                    }
                });
    }

    /** Compares the lineage with the original's. */
    public void checkLineage(Lineage actual) {
        assertThat(actual.parameters().keySet())
                .containsExactlyInAnyOrderElementsOf(lineage().propertyNames());
        actual.parameters()
                .forEach((name, parameter) -> checkParameter(lineage().get(name), parameter, name));
    }

    private static void checkParameter(
            JsonNode expected, Lineage.ParameterLineage actual, String name) {
        assertThat(actual.method()).as(name).isEqualTo(expected.get(0).asString());
        JsonNode shares = expected.get(1);
        assertThat(actual.contributions()).as(name).hasSize(shares.size());
        for (int i = 0; i < shares.size(); i++) {
            Lineage.Contribution contribution = actual.contributions().get(i);
            double weight = shares.get(i).get(1).asDouble();
            assertThat(contribution.model()).as(name).isEqualTo(shares.get(i).get(0).asInt());
            assertThat(contribution.weight())
                    .as(name)
                    .isCloseTo(weight, within(1e-12 * Math.abs(weight)));
        }
    }

    private static void checkValues(String name, RawTensor expected, RawTensor actual) {
        double[] wanted = expected.values();
        double largest = Arrays.stream(wanted).map(Math::abs).max().orElse(0);
        // The original's scalars are F64, whatever the models' types are; ours are as the base's.
        double coarser = Math.max(tolerance(expected), tolerance(actual));
        double tolerance = coarser * Math.max(1, largest);
        assertThat(actual.values()).as(name).containsExactly(wanted, within(tolerance));
    }

    private static double tolerance(RawTensor tensor) {
        return requireNonNull(TOLERANCES.get(tensor.dtype()));
    }

    private Optional<ErrorCode> code(String field) {
        JsonNode value = read("expected.json").get(field);
        return value.isNull()
                ? Optional.empty()
                : Optional.of(requireNonNull(CODES.get(value.asString())));
    }

    private JsonNode lineage() {
        return read("expected.json").get("lineage");
    }

    private Recipe recipe() {
        return new Recipe(directory, read("recipe.json"));
    }

    private JsonNode read(String name) {
        try {
            return JsonMapper.shared().readTree(Files.readAllBytes(directory.resolve(name)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public String toString() {
        return directory.getFileName().toString();
    }
}
