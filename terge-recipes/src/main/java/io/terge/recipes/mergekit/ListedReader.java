package io.terge.recipes.mergekit;

import io.terge.recipes.RecipeCode;
import io.terge.recipes.yaml.Node;
import io.terge.recipes.yaml.Problems;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads the one of {@code models}, {@code slices} and {@code modules} that a recipe has.
 *
 * @param parts reads models and slices
 * @param levels reads parameters
 * @param problems told of what is wrong
 */
record ListedReader(PartReader parts, LevelReader levels, Problems problems) {

    static final String MODULES = "modules";

    private static final String SUBFOLDER = "subfolder";

    /** The only module of most architectures. */
    private static final String DEFAULT_MODULE = "default";

    private static final List<String> IN_RECIPE =
            List.of(PartReader.MODELS, PartReader.SLICES, MODULES);
    private static final List<String> IN_MODULE = List.of(PartReader.MODELS, PartReader.SLICES);

    /** Reads what a recipe merges. */
    Listed read(Mapping recipe) {
        Optional<String> key = only(recipe, IN_RECIPE);
        if (key.filter(MODULES::equals).isPresent()) {
            return recipe.find(MODULES)
                    .flatMap(modules -> Mapping.of(modules, MODULES, problems))
                    .map(this::module)
                    .orElse(Listed.nothing());
        }
        return new Listed(
                key.map(name -> parts.read(recipe, name)).orElse(List.of()), Level.empty());
    }

    private Listed module(Mapping modules) {
        modules.node().fields().entrySet().stream()
                .filter(module -> !module.getKey().equals(DEFAULT_MODULE))
                .forEach(this::reject);
        return modules.find(DEFAULT_MODULE)
                .flatMap(module -> Mapping.of(module, DEFAULT_MODULE, problems))
                .map(this::contents)
                .orElse(Listed.nothing());
    }

    private Listed contents(Mapping module) {
        module.allow(
                        List.of(
                                PartReader.MODELS,
                                PartReader.SLICES,
                                LevelReader.PARAMETERS,
                                SUBFOLDER))
                .ignore(SUBFOLDER);
        Level level = levels.read(module);
        List<Part> found =
                only(module, IN_MODULE).map(name -> parts.read(module, name)).orElse(List.of());
        return new Listed(found, level);
    }

    private void reject(Map.Entry<String, Node.Field> module) {
        problems.add(
                RecipeCode.RECIPE_UNSUPPORTED,
                module.getValue().key(),
                "The module '%s' cannot be merged by itself: terge does not"
                                .formatted(module.getKey())
                        + " know the modules of architectures",
                "list the models below 'models', which merges all modules");
    }

    // mergekit takes an empty list for none.
    private Optional<String> only(Mapping mapping, List<String> keys) {
        List<String> used = keys.stream().filter(key -> isUsed(mapping, key)).toList();
        if (used.size() == 1) {
            return Optional.of(used.getFirst());
        }
        problems.add(
                used.isEmpty() ? RecipeCode.RECIPE_MISSING_KEY : RecipeCode.RECIPE_INVALID_VALUE,
                mapping.node().place(),
                "Expected one of %s; got %s"
                        .formatted(quoted(keys), used.isEmpty() ? "none" : quoted(used)));
        return Optional.empty();
    }

    private static String quoted(List<String> keys) {
        return keys.stream().map(key -> "'" + key + "'").collect(Collectors.joining(", "));
    }

    private static boolean isUsed(Mapping mapping, String key) {
        return mapping.find(key)
                .filter(
                        node ->
                                switch (node) {
                                    case Node.Items items -> !items.values().isEmpty();
                                    case Node.Fields fields -> !fields.fields().isEmpty();
                                    case Node.Nothing nothing -> false;
                                    case Node.Scalar scalar -> !scalar.text().isEmpty();
                                })
                .isPresent();
    }
}
