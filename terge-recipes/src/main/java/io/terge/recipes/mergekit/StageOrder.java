package io.terge.recipes.mergekit;

import io.terge.model.ModelReference;
import io.terge.recipes.Recipe;
import io.terge.recipes.RecipeCode;
import io.terge.recipes.yaml.Place;
import io.terge.recipes.yaml.Problems;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Puts the merges of a file in an order in which each comes after those whose outputs it uses.
 *
 * @param problems told if there is none
 */
record StageOrder(Problems problems) {

    /**
     * A merge.
     *
     * @param place where it is
     */
    record Placed(Recipe.Stage stage, Place place) {

        private boolean isLast() {
            return stage.name().isEmpty();
        }

        private boolean uses(Placed other) {
            if (other.isLast()) {
                return false;
            }
            return stage.models().contains(ModelReference.ofStage(other.stage.name()));
        }
    }

    /** Returns the merges in order; one without a name comes last. */
    List<Recipe.Stage> of(List<Placed> merges) {
        List<Placed> left = new ArrayList<>(merges);
        left.sort((one, other) -> Boolean.compare(one.isLast(), other.isLast()));
        List<Recipe.Stage> ordered = new ArrayList<>();
        while (!left.isEmpty()) {
            List<Placed> ready =
                    left.stream().filter(one -> left.stream().noneMatch(one::uses)).toList();
            if (ready.isEmpty()) {
                rejectCycle(left);
                return ordered;
            }
            left.remove(ready.getFirst());
            ordered.add(ready.getFirst().stage());
        }
        return ordered;
    }

    private void rejectCycle(List<Placed> left) {
        String names =
                left.stream()
                        .map(one -> "'" + one.stage().name() + "'")
                        .collect(Collectors.joining(", "));
        problems.add(
                RecipeCode.RECIPE_INVALID_VALUE,
                left.getFirst().place(),
                "These merges wait for each other's outputs, or for their own: " + names,
                "use only outputs of merges that do not use this one's");
    }
}
