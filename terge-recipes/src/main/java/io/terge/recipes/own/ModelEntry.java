package io.terge.recipes.own;

import io.terge.model.ModelReference;
import io.terge.recipes.yaml.Place;

import java.util.Optional;

/**
 * A model of a recipe.
 *
 * @param name its name, or empty
 * @param reference where it is
 * @param adapter the adapter that opens it
 * @param more its weight and options; empty if only its path is given
 * @param place where it is in the recipe
 */
record ModelEntry(
        String name,
        ModelReference reference,
        Optional<String> adapter,
        Optional<Section> more,
        Place place) {}
