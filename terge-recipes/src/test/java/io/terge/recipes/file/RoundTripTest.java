package io.terge.recipes.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.api.AdapterChoice;
import io.terge.api.Layout;
import io.terge.api.MergeRequest;
import io.terge.api.ModelScope;
import io.terge.api.OutputChoice;
import io.terge.api.Rule;
import io.terge.api.Setting;
import io.terge.api.SettingValue;
import io.terge.recipes.Recipe;
import io.terge.recipes.own.RecipeWriter;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What is written is read as the same request. */
class RoundTripTest {

    private static final int REQUESTS = 500;

    /** Relative, as the paths of the requests are. */
    private static final Path FOLDER = Path.of("target", "round-trip");

    @TempDir private Path folder;

    static List<Path> recipes() {
        return RecipeFiles.good();
    }

    @Test
    void aRequestIsTheSameAfterItWasARecipe() throws IOException {
        for (long seed = 0; seed < REQUESTS; seed++) {
            MergeRequest request = new RandomRequests(seed).next();
            String text = RecipeWriter.write(request, FOLDER);

            MergeRequest read = readIn(FOLDER, text).stages().getFirst().request();

            assertThat(meaning(read)).as("seed %d:%n%s", seed, text).isEqualTo(meaning(request));
            assertThat(RecipeWriter.write(read, FOLDER)).as("seed %d", seed).isEqualTo(text);
        }
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void aRecipeIsTheSameAfterItWasWritten(Path file) throws IOException {
        Recipe recipe = readIn(folder, Files.readString(file));
        String text = RecipeWriter.write(recipe, folder);

        Recipe read = readIn(folder, text);

        assertThat(read.stages()).hasSameSizeAs(recipe.stages());
        for (int i = 0; i < read.stages().size(); i++) {
            Recipe.Stage stage = recipe.stages().get(i);
            assertThat(read.stages().get(i).name()).isEqualTo(stage.name());
            assertThat(read.stages().get(i).targetSettings()).isEqualTo(stage.targetSettings());
            assertThat(read.stages().get(i).kept()).isEqualTo(stage.kept());
            assertThat(meaning(read.stages().get(i).request()))
                    .as(text)
                    .isEqualTo(meaning(stage.request()));
        }
    }

    private static Recipe readIn(Path folder, String text) throws IOException {
        Files.createDirectories(folder);
        Path file = Files.writeString(folder.resolve("recipe.yml"), text);
        return Recipes.read(file, Map.of(), List.of());
    }

    /** All that a request says, without what has no effect: orders, and rules after a match. */
    private static Map<String, Object> meaning(MergeRequest request) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("models", request.models());
        all.put("names", request.names());
        all.put("base", request.base());
        all.put("methods", rules(request.methods()));
        all.put("settings", settings(request.settings(), request.models().size()));
        all.put("included", request.included());
        all.put("excluded", request.excluded());
        all.put("renames", request.renames());
        all.put("adapters", adapters(request.adapters()));
        all.put("adapterSettings", request.adapterSettings());
        all.put("layout", layout(request));
        all.put("layerPattern", request.layerPattern());
        all.put("seed", request.seed());
        all.put("strict", request.isStrict());
        OutputChoice output = request.output();
        all.put("types", rules(output.types()));
        all.put("dtype", output.dtype());
        all.put("shardSize", output.shardSize());
        all.put("nonFinite", output.nonFinite());
        all.put("adapter", output.adapter());
        return all;
    }

    private static Object layout(MergeRequest request) {
        if (!(request.layout() instanceof Layout.Slices(List<Layout.Slice> slices))) {
            return request.layout();
        }
        int models = request.models().size();
        return slices.stream()
                .map(
                        slice ->
                                List.of(
                                        slice.sources(),
                                        slice.base(),
                                        settings(slice.settings(), models)))
                .toList();
    }

    private static <T> List<Rule<T>> rules(List<Rule<T>> rules) {
        Set<String> selectors = new LinkedHashSet<>();
        return rules.stream().filter(rule -> selectors.add(rule.selector())).toList();
    }

    private static List<AdapterChoice> adapters(List<AdapterChoice> choices) {
        Set<ModelScope> models = new LinkedHashSet<>();
        return choices.stream().filter(choice -> models.add(choice.models())).toList();
    }

    /** By name, in order: for each model, what is set for one model each. */
    private static Map<String, List<Setting>> settings(List<Setting> settings, int models) {
        Map<String, List<Setting>> byName = new LinkedHashMap<>();
        settings.forEach(
                setting -> {
                    List<Setting> all =
                            byName.computeIfAbsent(setting.name(), name -> new ArrayList<>());
                    if (setting.value() instanceof SettingValue.PerModel(var values)
                            && values.size() == models) {
                        for (int i = 0; i < models; i++) {
                            all.add(
                                    new Setting(
                                            setting.selector(),
                                            ModelScope.model(i),
                                            setting.name(),
                                            values.get(i)));
                        }
                    } else {
                        all.add(setting);
                    }
                });
        Map<String, List<Setting>> sorted = new TreeMap<>(byName);
        sorted.replaceAll((name, all) -> withoutUnreachable(all));
        return sorted;
    }

    private static List<Setting> withoutUnreachable(List<Setting> settings) {
        Set<List<Object>> seen = new LinkedHashSet<>();
        List<Setting> first =
                new ArrayList<>(
                        settings.stream()
                                .filter(one -> seen.add(List.of(one.selector(), one.models())))
                                .toList());
        for (int i = 1; i < first.size(); i++) {
            for (int j = i; j > 0 && mayChange(first.get(j - 1), first.get(j)); j--) {
                first.set(j, first.set(j - 1, first.get(j)));
            }
        }
        return first;
    }

    // The order of settings of one selector for different models has no meaning.
    private static boolean mayChange(Setting first, Setting second) {
        return first.selector().equals(second.selector())
                && first.models() instanceof ModelScope.Index(int one)
                && second.models() instanceof ModelScope.Index(int other)
                && one > other;
    }
}
