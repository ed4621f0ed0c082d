package io.terge.recipes.own;

import io.terge.recipes.Recipe;

import java.util.ArrayList;
import java.util.List;

/** The names of merges. */
final class StageNames {

    private static final String RESULT = "result";

    private StageNames() {}

    /** The stages of a recipe, the last of which gets a name if it has none. */
    static List<Recipe.Stage> named(Recipe recipe) {
        List<Recipe.Stage> stages = new ArrayList<>(recipe.stages());
        Recipe.Stage last = stages.removeLast();
        String name = last.name().isEmpty() ? RESULT : last.name();
        while (isTaken(name, stages)) {
            name += "-" + RESULT;
        }
        stages.add(new Recipe.Stage(name, last.request(), last.targetSettings(), last.kept()));
        return stages;
    }

    private static boolean isTaken(String name, List<Recipe.Stage> stages) {
        return stages.stream().anyMatch(stage -> stage.name().equals(name));
    }
}
