package io.terge.recipes.own;

import io.terge.api.MergeRequest;
import io.terge.model.ModelReference;
import io.terge.recipes.Recipe;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The merges of a request, and their names. */
final class RequestStages {

    private static final String RESULT = "result";

    private RequestStages() {}

    /** The recipe of a request, whose last merge has no name. */
    static Recipe of(MergeRequest request) {
        List<Recipe.Stage> stages = new ArrayList<>();
        for (MergeRequest.Stage stage : request.stages()) {
            Optional<ModelReference> target = stage.request().output().target();
            stages.add(
                    stage(
                            stage.name(),
                            stage.request(),
                            target.map(place -> new Recipe.Kept(Optional.of(place)))));
        }
        stages.add(stage("", request, Optional.empty()));
        return new Recipe(stages, List.of());
    }

    private static Recipe.Stage stage(
            String name, MergeRequest request, Optional<Recipe.Kept> kept) {
        return new Recipe.Stage(
                name,
                request,
                request.output()
                        .target()
                        .map(ModelReference::settings)
                        .orElse(Collections.emptySortedMap()),
                kept);
    }

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
