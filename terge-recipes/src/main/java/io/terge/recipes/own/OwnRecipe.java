package io.terge.recipes.own;

import io.terge.recipes.Recipe;
import io.terge.recipes.RecipeCode;
import io.terge.recipes.value.RecipeFolder;
import io.terge.recipes.yaml.Node;
import io.terge.recipes.yaml.Problems;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads recipes of terge. */
public final class OwnRecipe {

    private static final String STAGES = "stages";

    private OwnRecipe() {}

    /**
     * Returns the merges of a recipe; if there are problems, what could be read of them.
     *
     * @param document the recipe
     * @param folder the folder of the recipe, where its paths start
     * @param problems told of what is wrong
     */
    public static List<Recipe.Stage> read(Node.Fields document, Path folder, Problems problems) {
        Node.Field stages = document.fields().get(STAGES);
        if (stages != null) {
            checkAlone(document, problems);
            return stages(stages.value(), folder, problems);
        }
        Section root = new Section(document, "", problems);
        ModelReader models = new ModelReader(new RecipeFolder(folder), List.of(), problems);
        Recipe.Stage only = new StageReader(root, models, problems).read("", Optional.empty());
        root.endOfRoot();
        return List.of(only);
    }

    private static void checkAlone(Node.Fields document, Problems problems) {
        document.fields()
                .forEach(
                        (key, field) -> {
                            if (!key.equals(STAGES) && !field.isAnchored()) {
                                problems.add(
                                        RecipeCode.RECIPE_UNKNOWN_KEY,
                                        field.key(),
                                        "'%s' and 'stages' exclude each other".formatted(key),
                                        "move it into a stage");
                            }
                        });
    }

    private static List<Recipe.Stage> stages(Node node, Path folder, Problems problems) {
        Values values = new Values(problems);
        List<Recipe.Stage> stages = new ArrayList<>();
        List<String> names = new ArrayList<>();
        List<Node> items = values.items(node, STAGES, "a list of merges");
        for (int i = 0; i < items.size(); i++) {
            String path = STAGES + "." + i;
            Optional<Node.Fields> fields = values.mapping(items.get(i), path, "a merge");
            if (fields.isPresent()) {
                Section section = new Section(fields.get(), path, problems);
                ModelReader models = new ModelReader(new RecipeFolder(folder), names, problems);
                String name = name(section, names, problems);
                boolean isLast = i == items.size() - 1;
                Optional<Recipe.Kept> kept =
                        new KeptReader(new RecipeFolder(folder), problems).read(section, isLast);
                stages.add(new StageReader(section, models, problems).read(name, kept));
                section.end();
                names.add(name);
            }
        }
        noteUnused(items, stages, problems);
        return stages;
    }

    private static String name(Section section, List<String> earlier, Problems problems) {
        Optional<String> name =
                section.required("name")
                        .flatMap(node -> new Values(problems).text(node, section.path("name")));
        if (name.filter(ModelNames::isValid).isEmpty() && name.isPresent()) {
            problems.add(
                    RecipeCode.RECIPE_INVALID_VALUE,
                    section.place(),
                    ("The name of a stage must start with a letter and consist of letters, digits,"
                                    + " '.', '_' and '-', but was '%s'")
                            .formatted(name.get()));
        }
        if (name.filter(earlier::contains).isPresent()) {
            problems.add(
                    RecipeCode.RECIPE_INVALID_VALUE,
                    section.place(),
                    "Two stages are named '%s'".formatted(name.get()));
        }
        return name.orElse("");
    }

    private static void noteUnused(List<Node> items, List<Recipe.Stage> stages, Problems problems) {
        if (stages.size() != items.size()) {
            return;
        }
        Set<String> used = StageUses.of(stages);
        for (int i = 0; i < stages.size() - 1; i++) {
            if (!used.contains(stages.get(i).name())) {
                problems.add(
                        RecipeCode.RECIPE_NOTE,
                        items.get(i).place(),
                        "No later stage uses the output of stage '%s'"
                                .formatted(stages.get(i).name()));
            }
        }
    }
}
