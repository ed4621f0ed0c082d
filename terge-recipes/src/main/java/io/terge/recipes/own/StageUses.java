package io.terge.recipes.own;

import io.terge.api.BaseChoice;
import io.terge.api.MergeRequest;
import io.terge.model.ModelReference;
import io.terge.recipes.Recipe;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which stages are models of others. */
final class StageUses {

    private StageUses() {}

    /** The names of the stages whose output is a model or the base of another. */
    static Set<String> of(List<Recipe.Stage> stages) {
        return stages.stream()
                .map(Recipe.Stage::request)
                .flatMap(StageUses::references)
                .map(ModelReference::describe)
                .filter(text -> text.startsWith(ModelReader.STAGE))
                .map(text -> text.substring(ModelReader.STAGE.length()))
                .collect(Collectors.toSet());
    }

    private static Stream<ModelReference> references(MergeRequest request) {
        return request.base() instanceof BaseChoice.Other(ModelReference base)
                ? Stream.concat(request.models().stream(), Stream.of(base))
                : request.models().stream();
    }
}
