package io.terge.examples.architecture;

import static io.terge.examples.architecture.ArrowRules.API;
import static io.terge.examples.architecture.ArrowRules.ERROR;
import static io.terge.examples.architecture.ArrowRules.MODEL;
import static io.terge.examples.architecture.ArrowRules.TENSOR;
import static io.terge.examples.architecture.ArrowRules.only;

import java.util.List;

/** Recipes know requests, and nothing of planning, formats or methods. */
final class RecipeRules {

    private static final String RECIPES = "io.terge.recipes";
    private static final String YAML = RECIPES + ".yaml..";
    private static final String VALUE = RECIPES + ".value..";
    private static final String OWN = RECIPES + ".own..";
    private static final String SNAKE_YAML = "org.snakeyaml.engine..";

    private RecipeRules() {}

    static List<CheckedRule> all() {
        return List.of(
                CheckedRule.of(
                        only(RECIPES + "..", RECIPES + "..", API, MODEL, ERROR, TENSOR, SNAKE_YAML),
                        "io.terge.recipes.Offender",
                        "io.terge.engine.Terge terge;"),
                CheckedRule.of(
                        only(YAML, YAML, RECIPES, ERROR, SNAKE_YAML),
                        "io.terge.recipes.yaml.Offender",
                        "io.terge.api.MergeRequest request;"),
                CheckedRule.of(
                        only(VALUE, VALUE, MODEL, ERROR, TENSOR),
                        "io.terge.recipes.value.Offender",
                        "io.terge.recipes.Recipe recipe;"),
                CheckedRule.of(
                        only(OWN, OWN, YAML, VALUE, RECIPES, API, MODEL, ERROR, TENSOR),
                        "io.terge.recipes.own.Offender",
                        "io.terge.recipes.file.Recipes recipes;"));
    }
}
