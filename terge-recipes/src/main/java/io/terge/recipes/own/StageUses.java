package io.terge.recipes.own;

import io.terge.model.ModelReference;
import io.terge.recipes.Recipe;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Which stages are models of others. */
final class StageUses {

    private StageUses() {}

    /** The names of the stages whose output is a model or the base of another. */
    static Set<String> of(List<Recipe.Stage> stages) {
        return stages.stream()
                .flatMap(stage -> stage.models().stream())
                .map(ModelReference::describe)
                .filter(text -> text.startsWith(ModelReader.STAGE))
                .map(text -> text.substring(ModelReader.STAGE.length()))
                .collect(Collectors.toSet());
    }
}
