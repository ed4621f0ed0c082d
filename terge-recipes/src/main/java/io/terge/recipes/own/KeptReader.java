package io.terge.recipes.own;

import io.terge.recipes.Recipe;
import io.terge.recipes.RecipeCode;
import io.terge.recipes.value.RecipeFolder;
import io.terge.recipes.yaml.Node;
import io.terge.recipes.yaml.Place;
import io.terge.recipes.yaml.Problems;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Reads whether the output of a stage is kept.
 *
 * @param folder where paths start
 * @param problems told of what is wrong
 */
record KeptReader(RecipeFolder folder, Problems problems) {

    static final String KEEP = "keep";

    /**
     * Reads it.
     *
     * @param isLast whether the output is the result
     */
    Optional<Recipe.Kept> read(Section stage, boolean isLast) {
        Optional<Node> node = stage.get(KEEP);
        if (isLast && node.isPresent()) {
            problems.add(
                    RecipeCode.RECIPE_INVALID_VALUE,
                    node.get().place(),
                    "The last stage cannot have '%s': its output is the result".formatted(KEEP),
                    "remove '%s', and use --out".formatted(KEEP));
            return Optional.empty();
        }
        return node.flatMap(found -> kept(found, stage.path(KEEP)));
    }

    private Optional<Recipe.Kept> kept(Node node, String path) {
        if (node instanceof Node.Scalar(String text, boolean isQuoted, Place place) && !isQuoted) {
            if (text.equals("true")) {
                return Optional.of(new Recipe.Kept(Optional.empty()));
            }
            if (text.equals("false")) {
                return Optional.empty();
            }
        }
        if (!(node instanceof Node.Scalar scalar) || isOfOtherYaml(scalar)) {
            problems.unexpected(node, path, "true, false or a path");
            return Optional.empty();
        }
        return new Values(problems)
                .parsed(node, path, folder::target)
                .map(place -> new Recipe.Kept(Optional.of(place)));
    }

    // Flags of YAML 1.1, which are texts in 1.2.
    private static boolean isOfOtherYaml(Node.Scalar scalar) {
        return !scalar.isQuoted()
                && Set.of("yes", "no", "on", "off")
                        .contains(scalar.text().toLowerCase(Locale.ROOT));
    }
}
