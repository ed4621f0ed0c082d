package io.terge.examples.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Objects.requireNonNull;

import io.terge.api.MergeRequest;
import io.terge.api.MergeRequestBuilder;
import io.terge.api.ModelScope;
import io.terge.api.Rule;
import io.terge.api.Setting;
import io.terge.api.SettingValue;
import io.terge.engine.Terge;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Merges as the tool does that most people use: all its recipes that take no layers apart. */
class MergekitTest {

    private static final double TOLERANCE = 2e-5;

    @TempDir private Path directory;

    private static Map<String, MergeRequestBuilder> requests() {
        Map<String, MergeRequestBuilder> all = new TreeMap<>();
        addLinear(all);
        addSpherical(all);
        addSparse(all);
        return all;
    }

    private static void addLinear(Map<String, MergeRequestBuilder> all) {
        all.put("linear", of("linear", "a", "b", "c").weights(0.553, 0.311, 1.011));
        all.put(
                "linear-raw",
                of("linear", "a", "b").weights(0.201, 0.85).option("normalize", "false"));
        all.put(
                "linear-gradient",
                of("linear", "a", "b")
                        .set(weight(0, SettingValue.gradient(0.1, 0.519, 1)))
                        .set(weight(1, SettingValue.gradient(1, 0.5))));
        all.put(
                "linear-filters",
                of("linear", "a", "b")
                        .set(weight("regex:mlp", 0, SettingValue.of(0.152)))
                        .set(weight("regex:self_attn", 0, SettingValue.gradient(0.2, 1.4)))
                        .set(weight(0, SettingValue.of(0.557)))
                        .set(weight(1, SettingValue.of(1))));
        all.put("model_stock", based("model_stock", "a", "b", "c").option("clamp", "false"));
        all.put(
                "model_stock-rows",
                based("model_stock", "a", "b")
                        .option("filter_wise", "true")
                        .option("clamp", "false"));
        all.put("nearswap", based("nearswap", "a").option("t", 0.15));
        all.put(
                "passthrough-scale",
                of("passthrough", "a")
                        .option("regex:o_proj", "scale", "0")
                        .option("regex:down_proj", "scale", "0.5"));
        all.put(
                "task_arithmetic",
                based("task_arithmetic", "a", "b", "c").weights(0.505, 0.302, 0.265));
        all.put(
                "task_arithmetic-lambda",
                based("task_arithmetic", "a", "b")
                        .weights(0.532, 1.243)
                        .option("normalize", "true")
                        .option("lambda", 0.499));
    }

    private static void addSpherical(Map<String, MergeRequestBuilder> all) {
        all.put(
                "karcher",
                of("karcher", "a", "b", "c").option("max_iter", "20").option("tol", "1e-6"));
        all.put("multislerp", of("multislerp", "a", "b", "c").weights(1.427, 0.908, 0.655));
        all.put("multislerp-base", based("multislerp", "a", "b", "c").weights(1.467, 0.165, 1.302));
        all.put("nuslerp", of("nuslerp", "a", "b").weights(0.707, 0.198));
        all.put("nuslerp-base", based("nuslerp", "a", "c").weights(0.227, 0.694));
        all.put(
                "nuslerp-rows",
                of("nuslerp", "a", "b").weights(1.258, 0.273).option("flatten", "false"));
        all.put(
                "nuslerp-columns",
                of("nuslerp", "a", "b")
                        .weights(0.413, 0.978)
                        .option("flatten", "false")
                        .option("row_wise", "true"));
        all.put("slerp", of("slerp", "base", "a").option("t", 0.222));
        all.put(
                "slerp-gradient",
                of("slerp", "base", "b")
                        .set("regex:self_attn", "t", SettingValue.gradient(0, 0.5, 0.3, 0.7, 1))
                        .set("regex:mlp", "t", SettingValue.gradient(1, 0.5, 0.7, 0.3, 0))
                        .option("t", 0.5));
    }

    private static void addSparse(Map<String, MergeRequestBuilder> all) {
        all.put("arcee_fusion", based("arcee_fusion", "a"));
        all.put(
                "breadcrumbs",
                based("breadcrumbs", "a", "b")
                        .weights(0.442, 0.835)
                        .set(density(0.63, 0.75))
                        .option("gamma", 0.13));
        all.put(
                "breadcrumbs_ties",
                based("breadcrumbs_ties", "a", "b", "c")
                        .weights(1.121, 1.472, 0.685)
                        .set(density(0.515, 0.447, 0.6))
                        .option("gamma", 0.13));
        all.put("dare_linear-dense", based("dare_linear", "a", "b").weights(0.734, 0.52));
        all.put("dare_ties-dense", based("dare_ties", "a", "b").weights(1.212, 1.079));
        all.put("ram", based("ram", "a", "b", "c").option("epsilon", 0.2));
        all.put(
                "ramplus_tl",
                based("ramplus_tl", "a", "b", "c")
                        .option("epsilon", 0.2)
                        .option("r", 0.3)
                        .option("alpha", 0.4));
        all.put("sce", based("sce", "a", "b", "c"));
        all.put("sce-topk", based("sce", "a", "b", "c").option("select_topk", 0.679));
        all.put(
                "ties",
                based("ties", "a", "b", "c")
                        .weights(0.914, 0.621, 0.188)
                        .set(density(0.665, 0.606, 0.289)));
        all.put(
                "ties-raw-rescale",
                based("ties", "a", "b")
                        .weights(0.388, 0.699)
                        .set(density(0.692, 0.454))
                        .option("normalize", "false")
                        .option("rescale", "l1")
                        .option("lambda", 0.91));
    }

    static Set<String> recipes() {
        return requests().keySet();
    }

    @Test
    void allExpectedFilesHaveARecipe() throws IOException {
        try (Stream<Path> files = Files.list(data("."))) {
            Set<String> expected =
                    files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".safetensors"))
                            .map(name -> name.substring(0, name.lastIndexOf('.')))
                            .collect(Collectors.toSet());
            assertThat(recipes()).containsExactlyInAnyOrderElementsOf(expected).hasSize(30);
        }
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void mergesAsRecipesSay(String name) throws IOException {
        Path out = directory.resolve("out.safetensors");
        Terge.create().merge(requireNonNull(requests().get(name)).to(out).build());
        Map<String, RawTensor> merged = RawTensor.read(out);
        Map<String, RawTensor> expected = RawTensor.read(data(name + ".safetensors"));
        assertThat(merged).containsOnlyKeys(expected.keySet());
        expected.forEach(
                (parameter, tensor) ->
                        check(parameter, tensor, requireNonNull(merged.get(parameter))));
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

    private static MergeRequestBuilder based(String method, String... models) {
        return of(method, models).base(model("base"));
    }

    private static MergeRequestBuilder of(String method, String... models) {
        MergeRequestBuilder request = MergeRequest.builder().method(method);
        List.of(models).forEach(name -> request.model(model(name)));
        return request;
    }

    private static Setting weight(int model, SettingValue value) {
        return weight(Rule.EVERY_PARAMETER, model, value);
    }

    private static Setting weight(String selector, int model, SettingValue value) {
        return new Setting(selector, ModelScope.model(model), Setting.WEIGHT, value);
    }

    private static Setting density(double... perModel) {
        return Setting.of("density", SettingValue.perModel(perModel));
    }

    private static Path model(String name) {
        return data("models/" + name + ".safetensors");
    }

    private static Path data(String name) {
        try {
            return Path.of(
                            requireNonNull(MergekitTest.class.getResource("/conformance/mergekit"))
                                    .toURI())
                    .resolve(name);
        } catch (URISyntaxException never) {
            throw new IllegalStateException(never);
        }
    }
}
