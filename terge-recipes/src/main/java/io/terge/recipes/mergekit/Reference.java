package io.terge.recipes.mergekit;

import io.terge.model.ModelReference;
import io.terge.recipes.yaml.Place;

/**
 * A model that a recipe names.
 *
 * @param model the model
 * @param text how it is written
 * @param place where
 */
record Reference(ModelReference model, String text, Place place) {

    boolean isSame(Reference other) {
        return model.equals(other.model);
    }
}
