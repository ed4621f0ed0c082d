package io.terge.recipes.mergekit;

import io.terge.recipes.RecipeCode;
import io.terge.recipes.yaml.Node;
import io.terge.recipes.yaml.Problems;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Reads the experts of a recipe.
 *
 * @param references reads the names of models
 * @param problems told of what is wrong
 */
record ExpertReader(ReferenceReader references, Problems problems) {

    private static final String MODEL = "source_model";
    private static final String POSITIVE = "positive_prompts";
    private static final String NEGATIVE = "negative_prompts";
    private static final String SCALE = "residual_scale";
    private static final String NOISE = "noise_scale";

    /** Reads a list of experts; those that are wrong are missing. */
    List<Expert> read(Mapping recipe, String key) {
        List<Expert> experts = new ArrayList<>();
        List<Node> items = recipe.items(key);
        for (int i = 0; i < items.size(); i++) {
            Mapping.of(items.get(i), key + "." + i, problems)
                    .flatMap(this::expert)
                    .ifPresent(experts::add);
        }
        return experts;
    }

    private Optional<Expert> expert(Mapping mapping) {
        mapping.allow(List.of(MODEL, POSITIVE, NEGATIVE, SCALE, NOISE));
        Optional<Reference> model =
                mapping.require(MODEL).flatMap(node -> references.read(node, MODEL));
        boolean hasPrompts = hasPrompts(mapping, POSITIVE) | hasPrompts(mapping, NEGATIVE);
        OptionalDouble scale = number(mapping, SCALE, 1);
        OptionalDouble noise = number(mapping, NOISE, 0);
        if (noise.orElse(0) < 0) {
            problems.add(
                    RecipeCode.RECIPE_INVALID_VALUE,
                    mapping.place(NOISE),
                    "'%s' must be a number of 0 or more, but was %s"
                            .formatted(NOISE, noise.getAsDouble()));
            return Optional.empty();
        }
        return noise.isPresent() && scale.isPresent()
                ? model.map(
                        found ->
                                new Expert(
                                        found,
                                        scale.getAsDouble(),
                                        noise.getAsDouble(),
                                        hasPrompts))
                : Optional.empty();
    }

    private static boolean hasPrompts(Mapping mapping, String key) {
        return !mapping.items(key).isEmpty();
    }

    private OptionalDouble number(Mapping mapping, String key, double otherwise) {
        Optional<Node> node = mapping.find(key);
        if (node.isEmpty()) {
            return OptionalDouble.of(otherwise);
        }
        OptionalDouble number =
                node.get() instanceof Node.Scalar scalar
                        ? Numbers.of(scalar)
                        : OptionalDouble.empty();
        if (number.isEmpty()) {
            problems.unexpected(node.get(), key, "a number");
        }
        return number;
    }
}
