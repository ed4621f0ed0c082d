package io.terge.examples.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Objects.requireNonNull;

import io.terge.api.MergeRequest;
import io.terge.api.MergeRequestBuilder;
import io.terge.engine.Terge;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Merges as the tool does that most people use, from its own recipes, as they are. */
class MergekitTest {

    private static final double TOLERANCE = 2e-5;
    private static final String RECIPE = "merge.yaml";

    @TempDir private Path directory;

    static List<String> recipes() throws IOException {
        try (Stream<Path> cases = Files.list(MergekitRecipes.data())) {
            return cases.filter(one -> Files.exists(one.resolve(RECIPE)))
                    .map(one -> one.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void thereAreRecipesOfAllMethodsThatUseNoRandomNumbers() throws IOException {
        assertThat(recipes()).hasSize(33);
        assertThat(recipes().stream().map(MergekitTest::request))
                .extracting(request -> request.methods().getFirst().value())
                .doesNotContain("della", "della_linear")
                .containsOnlyOnceElementsOf(List.of("arcee_fusion", "nearswap", "ram"));
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void readsRecipesAsRequests(String name) {
        Map<String, MergeRequestBuilder> expected =
                new MergekitRequests(MergekitRecipes.data().resolve(name)).all();
        assertThat(request(name))
                .usingRecursiveComparison()
                .ignoringFields("rows") // That tokens are not looked at.
                .isEqualTo(requireNonNull(expected.get(name)).build());
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void mergesAsRecipesSay(String name) throws IOException {
        Path out = directory.resolve("out");
        Terge.create().merge(MergekitRecipes.to(request(name), out));
        Map<String, RawTensor> merged = RawTensor.read(out.resolve("model.safetensors"));
        Map<String, RawTensor> expected =
                RawTensor.read(
                        MergekitRecipes.data().resolve(name).resolve("expected.safetensors"));
        assertThat(merged).containsOnlyKeys(expected.keySet());
        expected.forEach(
                (parameter, tensor) ->
                        check(parameter, tensor, requireNonNull(merged.get(parameter))));
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void theConfigurationHasTheNumberOfLayers(String name) throws IOException {
        Path out = directory.resolve("out");
        Terge.create().merge(MergekitRecipes.to(request(name), out));
        JsonNode expected =
                json(MergekitRecipes.data().resolve(name).resolve("expected-config.json"));
        String layers = "num_hidden_layers";
        assertThat(json(out.resolve("config.json")).get(layers).asInt())
                .isEqualTo(expected.get(layers).asInt());
    }

    private static JsonNode json(Path file) throws IOException {
        return JsonMapper.shared().readTree(Files.readAllBytes(file));
    }

    private static void check(String name, RawTensor expected, RawTensor merged) {
        assertThat(merged.shape()).as(name).isEqualTo(expected.shape());
        double largest = Arrays.stream(expected.values()).map(Math::abs).max().orElse(0);
        assertThat(farthest(merged.values(), expected.values()))
                .as("%s: distance from the expected element, at most", name)
                .isLessThanOrEqualTo(TOLERANCE * Math.max(1, largest));
    }

    /** NaN if there is one. */
    private static double farthest(double[] one, double[] other) {
        return IntStream.range(0, one.length)
                .mapToDouble(i -> Math.abs(one[i] - other[i]))
                .reduce(0, Math::max);
    }

    private static MergeRequest request(String name) {
        try {
            return MergekitRecipes.read(
                    Files.readString(MergekitRecipes.data().resolve(name).resolve(RECIPE)), name);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
