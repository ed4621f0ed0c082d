package io.terge.recipes.mergekit;

import io.terge.error.Suggestions;
import io.terge.recipes.RecipeCode;
import io.terge.recipes.yaml.Node;
import io.terge.recipes.yaml.Problems;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
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
        SequencedMap<String, Node.Field> fields = modules.node().fields();
        if (fields.size() == 1 && fields.containsKey(DEFAULT_MODULE)) {
            return modules.find(DEFAULT_MODULE)
                    .flatMap(module -> Mapping.of(module, DEFAULT_MODULE, problems))
                    .map(this::contents)
                    .orElse(Listed.nothing());
        }
        List<Part> parts = new ArrayList<>();
        fields.forEach((name, field) -> named(name, field).ifPresent(parts::add));
        if (parts.size() < fields.size()) {
            return Listed.nothing();
        }
        checkSame(parts);
        problems.add(
                RecipeCode.RECIPE_NOTE,
                parts.getFirst().place(),
                "Modules that are not listed are copied from the base; mergekit leaves them out of"
                        + " the output");
        return new Listed(parts, Level.empty());
    }

    /** Reads a module of an architecture that has several. */
    private Optional<Part> named(String name, Node.Field field) {
        List<String> near = NamedModule.near(name);
        if (name.equals(DEFAULT_MODULE) || !near.isEmpty()) {
            problems.add(
                    RecipeCode.RECIPE_INVALID_VALUE,
                    field.key(),
                    near.isEmpty()
                            ? "The module 'default' cannot be combined with other modules"
                            : "Unknown module '%s'.%s"
                                    .formatted(name, Suggestions.question(name, near)));
            return Optional.empty();
        }
        Optional<Listed> listed = Mapping.of(field.value(), name, problems).map(this::contents);
        List<Part> parts = listed.map(Listed::parts).orElse(List.of());
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        Part only = parts.getFirst();
        if (only.sources().getFirst().layers().isPresent()) {
            problems.add(
                    RecipeCode.RECIPE_UNSUPPORTED,
                    only.place(),
                    "The layers of the module '%s' cannot be rearranged separately".formatted(name),
                    "list whole models under 'models'");
            return Optional.empty();
        }
        return Optional.of(
                new Part(
                        only.sources(),
                        only.base(),
                        listed.orElseThrow().module(),
                        field.key(),
                        Optional.of(NamedModule.of(name))));
    }

    private void checkSame(List<Part> parts) {
        Part first = parts.getFirst();
        parts.stream()
                .filter(part -> !part.isOfSameModels(first))
                .forEach(
                        part ->
                                problems.add(
                                        RecipeCode.RECIPE_UNSUPPORTED,
                                        part.place(),
                                        "The modules '%s' and '%s' list different models"
                                                .formatted(name(first), name(part)),
                                        "list the same models, in the same order, in every module;"
                                            + " or write a recipe for each module, and merge one"
                                            + " into the output of the other"));
    }

    private static String name(Part part) {
        return part.module().map(NamedModule::name).orElse(DEFAULT_MODULE);
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
